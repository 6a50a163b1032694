import { addDays } from '../../../../contract/dates.ts';
import { numberOf } from './plain-words.ts';

/** The days (yyyy-MM-dd) of which a sentence speaks. `from` '': of all days before; `until` null: until now. */
export interface ToldPeriod {
  from: string;
  until: string | null;
}

const DAY =
  /(?<![\d〔[(第])((?:19|20)\d\d)(?:年(?:度|(\d{1,2})月份?(?:(\d{1,2})[日号])?)?|[-/.](\d{1,2})[-/.](\d{1,2})|(?![\d〕\])号]))/gu;
const NUMBER = '(\\d{1,2}|[一二两三四五六七八九十]{1,3})';
const LAST_YEARS = new RegExp(
  `(?:最近|近|过去|连续|前)的?${NUMBER}个?(?:整|完整|自然|会计|考核)*(年度|周?年|个?月)(?:以来|来|之内|内|间|中|里)*|` +
    `${NUMBER}(年度|周?年|个月)(?:以来|来|之内|内)`,
  'u',
);
const LAST_YEARS_IN_ENGLISH = /\b(?:last|past|preceding|previous|recent)\s+(\w+)\s+(year|month)s?\b/u;
const ENGLISH_NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** What is told besides, or for a time that is not said in days: a person compares. */
const LIMITED =
  /(?<![开解免排删清扣])除(?!名)|未再|没有?再|再未|再无|再没|不再|(?:此|其|之|以|处分)后|期满|(?<![附接靠邻临])近|过去|当年|上述期间|前述期间|该期间|此期间|同期|其[他它余]的?(?:律师|人员|合伙人|成员|方面|时间|年度|年份|期间|执业人员)|以上的?(?:行业|纪律)?处分|\b(?:except|apart|besides|save for|since then|recent|last|past)\b|\b(?:other|further|additional)\b[^.;]{0,40}\b(?:disciplin|sanction|warning|reprimand)/u;
/** 2024年6月1日之后: a time in days, not one after something else. */
const FROM_DAY = new RegExp(`${DAY.source}(?:\\)?之?(?:起|以后|之后|后))?`, 'gu');
/** A day of which nothing is denied: when somebody began. */
const BEGINNING = /(?:成立|设立|批准|登记|注册|开业|创立|创建|组建)(?:于|日期?:?|时间:?|在)?\(?$/u;
const UNTIL = /(?:截至|截止|(?<![受得遭])到|至|\b(?:until|as of|by|up to|to))(?:于| |date)*$/u;
const SINCE = /(?:自|从|\b(?:since|from|after))\s*(?:the\s*)?$/u;
const FROM_THEN = /^\)?之?(?:日|月|年)?(?:起|开始|以来|来|以后|之后|后|至|迄|到)/u;
const UNTIL_NOW = /至今|迄今|以来|到目前|至此|至本证明|至出具|\b(?:since|to date|to the present|until now)\b/u;

/** Of which days a sentence in plain words speaks; null: it does not say so in days. `today`: the day of the letter. */
export function toldPeriod(sentence: string, today: string): ToldPeriod | null {
  const year = Number(today.slice(0, 4));
  let words = sentence
    .replace(/去年度?|上一?年度|上年/gu, `${year - 1}年度`)
    .replace(/前年度?/gu, `${year - 2}年度`)
    .replace(/今年度?|本年度?/gu, `${year}年度`);
  const last = lastYears(words);
  if (last) words = words.replace(last.written, '');
  const days = [...words.matchAll(DAY)]
    .map((found) => ({ ...daysOf(found), ...around(words, found) }))
    .filter(({ before }) => !BEGINNING.test(before));
  if (LIMITED.test(words.replace(FROM_DAY, ''))) return null;
  const [first, second] = days;
  if (days.length > 2 || (last && second)) return null;
  const relative = (end: string) => (last ? last.from(end) : '');
  if (!first) return { from: relative(today), until: null };
  if (second) return { from: first.begin, until: second.end };
  if (UNTIL.test(first.before)) return { from: relative(first.end), until: first.end };
  if (last) return null;
  if (SINCE.test(first.before) || FROM_THEN.test(first.after) || UNTIL_NOW.test(words)) {
    // 自2024年度起 begins with it; 2024年度至今 too.
    return { from: first.begin, until: null };
  }
  return first.isDay ? null : { from: first.begin, until: first.end };
}

function lastYears(words: string): { written: string; from: (end: string) => string } | null {
  const found = LAST_YEARS.exec(words);
  const english = LAST_YEARS_IN_ENGLISH.exec(words);
  if (!found && !english) return null;
  const count = found
    ? numberOf(found[1] ?? found[3] ?? '')
    : Number.parseInt(english?.[1] ?? '', 10) || ENGLISH_NUMBERS.indexOf(english?.[1] ?? '');
  if (!(count > 0)) return null;
  const unit = found ? (found[2] ?? found[4] ?? '') : (english?.[2] ?? '');
  const from = (end: string) => {
    if (unit === '年度') return `${Number(end.slice(0, 4)) - count}-01-01`;
    return unit.includes('月') || unit === 'month' ? monthsBefore(end, count) : monthsBefore(end, count * 12);
  };
  return { written: (found ?? english)?.[0] ?? '', from };
}

/** The same day so many months earlier, or the last of a shorter month. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, on = 1] = day.split('-').map(Number);
  const at = year * 12 + month - 1 - months;
  const first = `${Math.floor(at / 12)}-${two(String((at % 12) + 1))}-01`;
  const then = addDays(first, on - 1);
  return then.slice(0, 7) === first.slice(0, 7) ? then : addDays(`${then.slice(0, 7)}-01`, -1);
}

const around = (words: string, { index, 0: written }: RegExpMatchArray) => ({
  before: words.slice(0, index),
  after: words.slice((index ?? 0) + written.length),
});
const two = (part: string) => part.padStart(2, '0');

/** A day, a month or a year as it is written: when it begins and ends. */
function daysOf([, year = '', month, day, isoMonth, isoDay]: RegExpMatchArray) {
  const [m, d] = [month ?? isoMonth, day ?? isoDay];
  return {
    begin: `${year}-${two(m ?? '1')}-${two(d ?? '1')}`,
    end: `${year}-${two(m ?? '12')}-${two(d ?? '31')}`,
    isDay: d !== undefined,
  };
}
