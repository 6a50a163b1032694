import { toPlainWords } from './plain-words.ts';
import { toldPeriod, type ToldPeriod } from './told-period.ts';
import { toldCount, toldOf, type ToldOf } from './told-whom.ts';

/** What a sentence of free text denies flatly: every 行业处分 of somebody, as the letters of the association do. */
export interface FlatDenial extends ToldPeriod {
  of: ReadonlySet<ToldOf>;
  /** Of so many lawyers of the firm, whichever they are (该所20名律师); null: of all whom it speaks of. */
  count: number | null;
  /** Of these kinds alone (their labels); empty: of every kind. */
  kinds: readonly string[];
  /** Those words name nobody: of the applicant. */
  isOfApplicant: boolean;
  /** Lawyers who practise there now, and of them only while they did: 现有律师, 在本所执业期间. */
  isOfNow: boolean;
  isOfTimeHere: boolean;
  /** The plain words that say of whom: names and numbers stand in them, or in the sentence before. */
  words: string;
}

const SENTENCES = /(?<=[。!;\n])|(?<=[a-z)]\.)\s/u;
/** 训诫、警告 by their names: no more than these is denied. */
const KINDS = '训诫|警告|通报批评|公开谴责|中止会员权利|取消会员资格';
const OBJECT =
  `(?:处分|惩戒|${KINDS}|不良(?:执业|从业|行为|诚信|职业)*记录|(?:行业|自律|纪律)性?处罚|` +
  '违[规纪](?=(?:违法|违纪|违规|行为|记录|情况|情形|问题|事项|现象|执业)*(?:[,。;!\\n和或及、)]|的|$)))';
/**
 * What stands between the negation and what is denied without making it any less. No word of it is made of others: there is
 * one way to read a text, and none that takes long.
 */
const WORD =
  `(?:${KINDS}|等|而|曾|有|存在|发生|出现|发现|查询|检索|查|收|接|到|见|受|遭|被|过|了|给予|予以|施以|施加|作出|做出|实施|采取|进行|` +
  '任何|一切|各类|各种|各级|所有|的|形式|种类|类型|性质|级别|行业|纪律|自律|惩戒|性|有关|相关|本会|贵会|该会|我会|省|市|区|全国|律师|协会|律协|' +
  '司法|行政|主管|机关|部门|单位|组织|(?:该|本|我)所|所属|全体|执业|其|刑事|民事|党纪|政务|政纪|违法|违规|违纪|处罚|追究|责任|监管措施|谈话提醒|投诉|' +
  '批评|或者|或|以及|及|和|与|、|记录|情况|情形|一|名|位|人员|成员|人|次|条|项|行为|中)';
const REASON = '(?:因[^,。;]{1,30}?(?=而?受|而?被|遭))?';
const TOWARDS = '(?:对[^,。;]{1,30}?(?=作出|做出|给予|予以|实施|进行|采取|施[以加]))?';
const BETWEEN = `${WORD}{0,40}${REASON}${TOWARDS}${WORD}{0,40}`;
const DENIES = new RegExp(`(?:未|没有?|不存在|不曾|从不|查无|无|零|免于)${BETWEEN}${OBJECT}`, 'gu');
/** 行业处分：无; 受处分0次. */
const HAS_NONE = new RegExp(
  `${OBJECT}(?:记录|情况|情形|次数|信息|史|措施|事项|档案|受到|数量)*(?:为|是|均|都|:|皆|,|共|计|一律|一直|经查询?|经核查|\\n)*(?:无|零|0|没有|未有|不存在|查无|空白|none|nil)(?:次|人|条|起|项|件|记录)?(?=[,。;!\\n)、]|$)`,
  'gu',
);
const IN_ENGLISH =
  /\b(?:no|none|never|not|nor|neither|without|free (?:of|from)|hasn't|haven't|clean)\b[^.;]{0,80}?\b(?:disciplin\w*|sanction\w*|reprimand\w*|censur\w*|admonish\w*|warning\w*)/gu;
/** Not 未, but 并非未: it says the opposite, or leaves it open. */
const UNSAID_BEFORE =
  /(?:并非|不是|绝非|决非|不等于|不代表|不意味|不能(?:证明|保证|确认|说|认定)|无法(?:证明|确认|保证)|是否|有无|无一不|如果|若(?!干)|假如|倘若|除非|\bnot (?:true|correct|certain)|\bwhether|\bcannot|\bif)[^,。;]{0,20}$/u;
/** 未受到行业处分的律师20名: whom it counts, not what it denies. */
const UNSAID_AFTER =
  /^[^,。;]{0,4}的(?!情况|情形|记录|证明|事实|经历|历史|现象|问题|先例|信息|结果|[,。;]|$)|^[^,。;]{0,10}(?:不属实|不实|不准确|有误|之说|一说)/u;
const HAN = /\p{sc=Han}/u;
const NOT_WITHOUT = /\bnot (?:without|free)|\bno (?:doubt|objection)/u;
const OF_NOW = /现有|现任|目前|现在|在册|名单|\b(?:current|present)/u;
const HERE = /在(?:该|本|我)所(?:执业|任职|工作|从业)?的?(?:期间|时|以来)|\bwhile (?:at|with|practi[sc]ing)/u;

/** The flat denials in a free text of that day (yyyy-MM-dd). Pure; what is said in any other way is none, and stays a doubt. */
export function flatDenials(freeText: string, today: string): FlatDenial[] {
  const denials: FlatDenial[] = [];
  let before: Spoken = { of: null, words: '' };
  for (const sentence of sentencesOf(toPlainWords(freeText))) {
    const period = toldPeriod(sentence, today);
    let here: Spoken = { of: null, words: '' };
    let begin = 0;
    for (const [start, end] of placesOf(sentence)) {
      const own = HAN.test(sentence) ? sentence.slice(begin, end) : sentence;
      here =
        toldOf(own) === null && here.of !== null
          ? { ...here, words: here.words + own }
          : { of: toldOf(own), words: own };
      const isSaid = !UNSAID_BEFORE.test(sentence.slice(begin, start)) && !UNSAID_AFTER.test(sentence.slice(end));
      if (period && isSaid && !NOT_WITHOUT.test(own)) {
        denials.push({
          ...period,
          ...counted(spoken(here, before)),
          ...limits(sentence.slice(0, end)),
          kinds: kindsIn(sentence.slice(start, end)),
        });
      }
      begin = end;
    }
    before = here.of === null ? { of: toldOf(sentence) ?? before.of, words: sentence } : here;
  }
  return denials;
}

/** Of whom, and in which words that is said. */
interface Spoken {
  of: ReadonlySet<ToldOf> | null;
  words: string;
}

/** A sentence that names nobody may speak of the applicant, or of whoever the one before spoke of: both are denied. */
function spoken(here: Spoken, before: Spoken): Pick<FlatDenial, 'of' | 'isOfApplicant' | 'words'> {
  if (here.of !== null) return { of: here.of, isOfApplicant: false, words: here.words };
  // Of somebody who is named there: not of the applicant.
  const isOfSomebody = before.of?.size === 0;
  return { of: before.of ?? new Set(), isOfApplicant: !isOfSomebody, words: before.words + here.words };
}

function counted(told: Pick<FlatDenial, 'of' | 'isOfApplicant' | 'words'>) {
  const count = [...told.of].every((of) => of === 'lawyers') ? toldCount(told.words) : null;
  return count === null ? { ...told, count } : { ...told, count, of: new Set<ToldOf>(['lawyers']) };
}

const limits = (words: string) => ({ isOfNow: OF_NOW.test(words), isOfTimeHere: HERE.test(words) });

function kindsIn(denied: string): string[] {
  const kinds = [...denied.matchAll(new RegExp(KINDS, 'gu'))].map(([kind]) => kind);
  return kinds.some((kind) => denied.endsWith(kind)) ? kinds : [];
}

/** Where words of denial stand, from and to, in their order. */
function placesOf(sentence: string): [number, number][] {
  const found = [DENIES, HAS_NONE, IN_ENGLISH].flatMap((pattern) => [...sentence.matchAll(pattern)]);
  const places = found.map(({ index, 0: words }): [number, number] => [index, index + words.length]);
  return places.sort(([a], [b]) => a - b).filter(([start], n, all) => n === 0 || start >= (all[n - 1]?.[1] ?? 0));
}

/** Its sentences; a line that ends within a denial goes on in the next. */
function sentencesOf(words: string): string[] {
  const lines = words.split('\n').reduce<string[]>((all, line) => {
    const last = all.at(-1);
    const isBroken = last !== undefined && placesOf(last + line).length > placesOf(last).length + placesOf(line).length;
    return isBroken ? [...all.slice(0, -1), last + line] : [...all, line];
  }, []);
  return lines.flatMap((line) => line.split(SENTENCES)).filter((sentence) => sentence !== '');
}
