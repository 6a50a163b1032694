import { isPlainDate } from '../../contract/dates.ts';
import { isUnifiedSocialCreditCode, maskIdentity, maskPhone, toHalfWidth } from '../../contract/text.ts';

/**
 * Masks the numbers of persons in free text: resident identity numbers of 18 and 15 digits, with blanks or dashes and
 * with a wrong check character too; passports, travel and residence permits, in groups too; mobile numbers. Licence
 * numbers (17 digits), certificate numbers and credit codes are public and stay.
 */
export function maskPersonalNumbers(text: string): string {
  return text
    .replace(DIGITS, maskRun)
    .replace(NAMED, (_, name: string, number: string) => name + maskNamed(number))
    .replace(PERMITS, maskWritten);
}

function maskNamed(number: string): string {
  const { length } = plain(number);
  // A licence has 17 digits and is no secret, and neither is a day.
  return length < 5 || length > 16 || DAY.test(toHalfWidth(number)) ? number : maskWritten(number);
}

/**
 * Digits of either width, with at most two blanks, dashes, dots, strokes or brackets between them, and the check
 * character X, also as Ⅹ and ×. Letters may stand before (tel138…), but not within: digests and codes of letters and digits stay.
 */
const DIGITS =
  /(?<![0-9０-９][A-Za-z]*)[\d０-９](?:[\s.·,，/_()（）‐‑‒–—−－-]{0,2}[\d０-９])*(?:[\s.·/_‐‑‒–—−－-]{0,2}[XxＸｘⅩⅹ×](?![0-9A-Za-z]))?/g;
/**
 * Letters and digits: E12345678, EA1234567 (passports), C12345678 (往来港澳), H/M and 8 or 10 digits, and three letters with
 * twelve digits (外国人永久居留证 from before 2023). With blanks between them behind capitals alone, or “on 1 11 2026” would be one;
 * with dashes it may be the number of a contract.
 */
const [LETTER, CAPITAL, DIGIT] = ['[A-Za-zＡ-Ｚａ-ｚ]', '[A-ZＡ-Ｚ]', '[\\d０-９]'];
const permits = (letter: string, blank: string) => {
  const digits = (count: number) => `(?:${blank}${DIGIT}){${count}}`;
  return `[HMhmＨＭｈｍ]${digits(10)}|${letter}${digits(8)}|${letter}${blank}${letter}${digits(7)}|${letter}{3}${digits(12)}`;
};
const PERMITS = new RegExp(
  `(?<!${LETTER}|${DIGIT})(?:${permits(LETTER, '')}|${permits(CAPITAL, '\\s?')})(?!${LETTER}|${DIGIT})`,
  'g',
);

/**
 * What stands behind the name of such a document, in groups or not, whatever its form: 8 digits of a 台胞证 are told from a
 * telephone number by nothing else, and every country numbers its passports as it likes.
 */
const NAMES = '护照|通行证|回乡证|台胞证|(?:居留|居住|身份)证(?!明)|passport|permit';
const DASHES = '\\s‐‑‒–—−－\\-';
const NAMED = new RegExp(
  `((?:${NAMES})[^0-9A-Za-z０-９Ａ-Ｚａ-ｚ*]{0,8}(?:N(?:o|umber)[.:：]?\\s?)?)` +
    `(${LETTER}{0,3}[${DASHES}]{0,2}${DIGIT}(?:${DIGIT}|${LETTER})*(?:[${DASHES}()（）]{1,2}${DIGIT}+(?!${DIGIT}|${LETTER}|[年月日]))*)` +
    '(?![年月日*])',
  'gi',
);
/** 2030-01-01, until when it is valid. */
const DAY = /^(?:19|20)\d\d(?:[-–—−－]\d{1,2}){2}$/;

/** Twenty characters one by one, and what stands between them: no number of a person has more. */
const MOST_GROUPS = 39;

/** Digits of the shortest number of a person that has no letters: of a telephone. Days and years are told from it at once. */
const SHORTEST = 11;

/** One number in several groups, or several numbers beside each other: the longest that is a person's is masked first. */
function maskRun(run: string): string {
  if (run.length < SHORTEST) return run;
  const groups = run.split(/([^\d０-９XxＸｘⅩⅹ×]+)/);
  for (let from = 0; from < groups.length; from += 2) {
    for (let to = Math.min(groups.length, from + MOST_GROUPS); to > from; to -= 2) {
      const part = groups.slice(from, to);
      if (!isPersonal(part.join(''), part.length > 1)) continue;
      const before = from > 0 ? maskRun(groups.slice(0, from - 1).join('')) + (groups[from - 1] ?? '') : '';
      const after = to < groups.length ? (groups[to] ?? '') + maskRun(groups.slice(to + 1).join('')) : '';
      return before + maskWritten(part.join('')) + after;
    }
  }
  return run;
}

function isPersonal(written: string, isGrouped: boolean): boolean {
  const number = plain(written);
  if (/^(?:86)?1[3-9]\d{9}$/.test(number)) return true;
  if (/^\d{17}[\dX]$/.test(number)) {
    if (isBirth(number.slice(6, 14))) return true;
    return !isGrouped && !isUnifiedSocialCreditCode(number);
  }
  return /^\d{15}$/.test(number) && (!isGrouped || isBirth(`19${number.slice(6, 12)}`));
}

const isBirth = (digits: string) => isPlainDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`);
const plain = (written: string) =>
  toHalfWidth(written)
    .replace(/[Ⅹⅹ×]/g, 'X')
    .replace(/[^0-9A-Za-z]/g, '')
    .toUpperCase();

/** Stars for all but the first and last characters, as written. */
function maskWritten(written: string): string {
  const characters = written.replace(/[^0-9A-Za-z０-９Ａ-Ｚａ-ｚⅩⅹ×]/g, '');
  return characters.length === 11 ? maskPhone(characters) : maskIdentity(characters);
}
