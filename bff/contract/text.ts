import { isPlainDate } from './dates.ts';

/** Text rules that server and clients apply alike. Pure, no dependency: a mini-program may import it. */

/** Full-width ASCII (ｆｕｌｌ，１２３) and the ideographic space to their half-width forms; other characters stay. */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');
}

/**
 * The number of a licence, a code or a card as it is kept and compared, in whatever groups, width and case it is typed. Hyphens
 * are taken for groups (440101-19800101-0017) where the check digit says so: 24499199510000001-1 may mean another number.
 */
export function toPlainNumber(typed: string): string {
  const bare = toHalfWidth(typed)
    .replace(/[\s\u2010-\u2015\u2212]/g, (sign) => (/\s/.test(sign) ? '' : '-'))
    .toUpperCase();
  const joined = bare.replace(/-/g, '');
  return isResidentIdentity(joined) || isUnifiedSocialCreditCode(joined) ? joined : bare;
}

/** 「…」, what somebody else said: quotation marks within become inner ones, so that nothing typed ends the quotation. */
export const quoted = (words: string): string => `「${words.replace(/「/g, '『').replace(/」/g, '』')}」`;

/** Masks an identity number for screens: first three and last four stay (440***********1234). */
export function maskIdentity(number: string): string {
  if (number.length <= 7) return '*'.repeat(number.length);
  return number.slice(0, 3) + '*'.repeat(number.length - 7) + number.slice(-4);
}

/** An e-mail address as staff see it: enough to recognise, not enough to write to (`po***@example.com`). */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 1) return '*'.repeat([...address].length);
  const name = [...address.slice(0, at)];
  return `${name.slice(0, Math.min(2, name.length - 1)).join('')}***${address.slice(at)}`;
}

/** A telephone number as staff see it: 199****7919. */
export const maskPhone = (number: string): string =>
  number.length < 8 ? '*'.repeat(number.length) : `${number.slice(0, 3)}****${number.slice(-4)}`;

/** GB 11643 resident identity number: 17 digits and the ISO 7064 MOD 11-2 check character, with a birth date that exists. */
export function isResidentIdentity(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isPlainDate(birth)) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  return '10X98765432'[sum % 11] === number[17];
}

/**
 * Eighteen characters at the beginning of some digits and at the end of some, with at most two blanks, dashes, dots or
 * strokes between them, as people group them. Looked for from each such beginning: numbers stand beside each other.
 */
const WRITTEN_IDENTITY = /(?<!\d)(?=((?:\d[\s.·/_‐-―−-]{0,2}){17}[\dX])(?!\d))/g;

/**
 * Whether words hold an identity number: those are kept encrypted and nowhere else, so nobody writes them in a text. Of
 * somebody who was born in 1800 or later: licence numbers and amounts beside each other make no such date.
 */
export const namesIdentity = (words: string): boolean =>
  [...toHalfWidth(words).toUpperCase().matchAll(WRITTEN_IDENTITY)]
    .map(([, written = '']) => written.replace(/[^\dX]/g, ''))
    .some((number) => /^\d{6}(?:1[89]|20)/.test(number) && isResidentIdentity(number));

/**
 * Words with every identity number in them masked (440***********1234): for what others than its owner may read. Found by
 * the same rule as `namesIdentity`, however it is grouped.
 */
export const maskIdentities = (words: string): string => takeIdentities(words).masked;

/** The same, and the numbers themselves in the order in which they stand there, for who keeps them encrypted. */
export function takeIdentities(words: string): { masked: string; numbers: string[] } {
  const half = toHalfWidth(words);
  // Full-width digits are as long as half-width ones: places are the same in both.
  let masked = words;
  const numbers: string[] = [];
  for (const { index, 1: written = '' } of half.toUpperCase().matchAll(WRITTEN_IDENTITY)) {
    const number = written.replace(/[^\dX]/g, '');
    if (!/^\d{6}(?:1[89]|20)/.test(number) || !isResidentIdentity(number)) continue;
    const shown = maskIdentity(number).padEnd(written.length, '*');
    masked = masked.slice(0, index) + shown + masked.slice(index + written.length);
    numbers.push(number);
  }
  return { masked, numbers };
}

/** GB 32100 unified social credit code (统一社会信用代码): 18 characters, the last one a MOD 31 check. */
export function isUnifiedSocialCreditCode(code: string): boolean {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const sum = weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(code[i]!), 0);
  return alphabet[(31 - (sum % 31)) % 31] === code[17];
}

/** 2026-11-22 → 2026年11月22日, as letters write it. */
export function toChineseDate(plainDate: string): string {
  const [year, month, day] = plainDate.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** What long numbers are made of, by how they look, as lengths of their parts; what is left over goes in fours. */
const PARTS: readonly (readonly [RegExp, readonly number[]])[] = [
  // 编号: day and running number.
  [/^\d{10,12}$/, [6]],
  // 执业证号, 执业许可证号: kind, division, year, category, sex (of a firm: form), running number.
  [/^\d{17}$/, [1, 4, 4, 1, 1, 6]],
  // 统一社会信用代码 (GB 32100): registering body and kind, division, subject, check character.
  [/^[0-9A-HJ-NPQRTUWXY]{18}$/, [2, 6, 9, 1]],
  // 商户订单号: day, then what keeps it apart.
  [/^20\d{6}[0-9A-Za-z]{8,}$/, [8]],
];

/**
 * A long number in its parts, for reading: a number is read by what its parts mean, and everywhere alike. Others (核验码) go in
 * fours, where a last one alone joins its neighbours.
 */
export function partsOfNumber(number: string): string[] {
  const lengths = PARTS.find(([looks]) => looks.test(number))?.[1] ?? [];
  const parts: string[] = [];
  let from = 0;
  for (const length of lengths) parts.push(number.slice(from, (from += length)));
  return [...parts, ...(number.slice(from).match(/[\s\S]{1,4}(?:[\s\S]$)?/gu) ?? [])];
}

/** The same as text: `1 4401 2001 1 0 123456`. For display only: what is copied, sent or searched has no gaps. */
export const groupDigits = (number: string): string => partsOfNumber(number).join(' ');

/**
 * An identity number of 18 characters (GB 11643), masked or whole, in its parts: division, birthday, running number with check
 * character. Those of other papers stay whole. For display only.
 */
export const partsOfIdentity = (number: string): string[] =>
  number.length === 18 ? [number.slice(0, 6), number.slice(6, 14), number.slice(14)] : [number];

/** Words in which such a number stands, with its parts apart: `居民身份证 110*** ******** 002X`. */
export const groupIdentity = (words: string): string =>
  words.replace(/[\d*]{17}[\dX*]/g, (number) => partsOfIdentity(number).join(' '));

/** A day, alone or with its hour, as clients and server write it: 2026-12-12（周六）14:00, 2026-12-12, 12月1日 9:00. */
const TIME =
  /(\d{4}-\d{2}-\d{2}(?:（周.）)?(?: ?\d{1,2}:\d{2}(?::\d{2})?)?|\d{1,2}月\d{1,2}日(?:（周.）)? ?\d{1,2}:\d{2})/;

/**
 * Words cut into what may break and what may not: at every second place stands a day, with its hour where it has one. It is
 * read on one line (look.md), and browsers break a line after a hyphen and before 09:00.
 */
export const apartFromTimes = (words: string): string[] => words.split(TIME);

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** 2026-11-22 → 22 November 2026. */
export function toEnglishDate(plainDate: string): string {
  const [year, month, day] = plainDate.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1] ?? ''} ${year}`;
}

/** Fen as people write yuan: 1250 → 12.50. */
export function toYuan(fen: number): string {
  return `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}

/**
 * A number as people type it, full-width too, with at most `places` decimals and nothing else: NaN for 1e3, 1.234 (of two
 * places), -5, 0x10 and what is empty, which a program would read as numbers nobody typed.
 */
export function readDecimal(typed: string, places: number): number {
  const [, whole, part = ''] = /^(\d{1,12})(?:\.(\d+))?$/.exec(toHalfWidth(typed).replace(/\s/g, '')) ?? [];
  if (whole === undefined || part.replace(/0+$/, '').length > places) return Number.NaN;
  return Number(`${whole}.${part}`);
}

const THOUSANDS = /^\d{1,3}(?:,\d{3})+(?=\.|$)/;

/**
 * An amount in yuan as people type it (１，２００.５, 1,200.50元, ￥1200, 人民币1200元整 as well), in fen; NaN for what is none. A comma
 * stands before three digits: 12,5 is not 125.
 */
export function readYuan(typed: string): number {
  const plain = toHalfWidth(typed)
    .replace(/\s/g, '')
    .replace(/^(?:[¥￥]|RMB|CNY|人民币)+|[元圆]整?$/gi, '')
    .replace(THOUSANDS, (grouped) => grouped.replaceAll(',', ''));
  const [, yuan = '', fen = ''] = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
  // By digits: 1.1 * 100 is not 110.
  return yuan === '' ? Number.NaN : Number(yuan) * 100 + Number(fen.padEnd(2, '0'));
}

/** A mobile number of the mainland, in eleven digits: only such a number can be sent texts. */
export const isMobile = (number: string): boolean => /^1[3-9]\d{9}$/.test(number);

/**
 * A day as people type it, as yyyy-MM-dd: 2016-01-01, 20160101, 2016/1/1, 2016.1.1, 2016。1。1, 2016年1月1日, 2016年1月1号（周五）,
 * full-width too; null for what is no day of the calendar.
 */
export function readPlainDate(text: string): string | null {
  // Programs write midnight after a day, people the hour of an event.
  const plain = toHalfWidth(text)
    .trim()
    .replace(/[ T]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/, '')
    .replace(/\s/g, '')
    .replace(/\(?(?:星期|周|礼拜)[一二三四五六日天]\)?$/, '');
  const [, year, month = '', day = ''] =
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
    /^(\d{4})[-/.年—–。、](\d{1,2})[-/.月—–。、](\d{1,2})[日号]?$/.exec(plain) ??
    [];
  if (year === undefined) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(date) ? date : null;
}
