/** A sentence of free text that denies every 行业处分 of its applicant, as the letters of the association do, and nothing less. */
export interface FlatDenial {
  /** The days (yyyy-MM-dd) that it speaks of; '' and null: of all days until now. */
  from: string;
  until: string | null;
  /** Whose records it denies. */
  of: 'firm' | 'lawyer';
}

const SENTENCES = /(?<=[。；！!;\n])|(?<=[a-z)]\.)\s/u;
/** 未受到本会任何行业处分, 无违规记录: what stands between is no other, no further and no administrative one. */
const DENIES =
  /(?:未|没有|没|不存在|不曾|无)(?:曾|有|发现|查到|见)*(?:因[^，,。；;]{1,15}?(?=受|被))?(?:受到|受过|受|遭受|被给予|被)?过?(?:本会|贵会|律师协会|协会|律协|任何|一切|各类|各种|的|行业|纪律|有关|相关)*(?:处分|惩戒|违规|违纪)/u;
const DENIES_IN_ENGLISH = /\b(?:no|never|not|without|free (?:of|from))\b[^.;]{0,60}\bdisciplin/iu;
/** What is told besides, or for a time that is not said in days: a person compares. */
const LIMITED =
  /除|此后|其后|之后|再|其他|其它|期满|近|过去|\b(?:other|further|except|apart|besides|since then|recent|last)\b/iu;
const DAY = /(?<!\d)((?:19|20)\d\d)(?:年(?:度|(\d{1,2})月(?:(\d{1,2})日)?)?|-(\d{1,2})-(\d{1,2})|(?!\d))/gu;
const OF_LAWYERS = /律师(?!事务所|协会)|lawyer|attorney|\b(?:he|she)\b/iu;
const OF_THE_LAWYER = /该律师|本律师|本人/u;

/** The flat denials in a free text. Pure; what is said in any other way is no denial here, and stays a doubt. */
export function flatDenials(freeText: string): FlatDenial[] {
  return freeText.split(SENTENCES).flatMap((sentence) => denialIn(sentence.replace(/\s+/gu, ' ')) ?? []);
}

function denialIn(sentence: string): FlatDenial | null {
  const bare = sentence.replace(/ (?=\P{ASCII})|(?<=\P{ASCII}) /gu, '');
  if (!(DENIES.test(bare) || DENIES_IN_ENGLISH.test(sentence)) || LIMITED.test(sentence)) return null;
  const isOfLawyers = OF_LAWYERS.test(bare);
  if (isOfLawyers && !OF_THE_LAWYER.test(bare)) return null;
  const days = [...bare.matchAll(DAY)];
  if (days.length > 2) return null;
  const [first, last] = days.map(daysOf);
  const [from, until] = [first?.begin ?? '', last?.end ?? (first?.isYear ? first.end : null)];
  return { from, until, of: isOfLawyers ? 'lawyer' : 'firm' };
}

/** A day, a month or a year as it is written: when it begins and ends. `isYear`: 2024年度, which ends with it. */
function daysOf([written, year = '', month, day, isoMonth, isoDay]: RegExpMatchArray) {
  const two = (part: string) => part.padStart(2, '0');
  const [m, d] = [month ?? isoMonth, day ?? isoDay];
  return {
    begin: `${year}-${two(m ?? '1')}-${two(d ?? '1')}`,
    end: `${year}-${two(m ?? '12')}-${two(d ?? '31')}`,
    isYear: written.endsWith('年度'),
  };
}
