import { isMobile, toHalfWidth } from './text.ts';

/** Telephone numbers as offices write them: （0756）1234567-801. Pure. */

/** A number without what is written around and between its digits: by it two are compared. */
export const bareNumber = (number: string): string => toHalfWidth(number).replace(/[()\s-]/g, '');

/** A number as two are compared: its digits and its extension, without the code of the country. */
export const comparedPhone = (number: string): string =>
  bareNumber(writtenPhone(number))
    .replace(/转/g, '')
    .replace(/^\+86(?=[1-9])/, '0');

/**
 * A number as it is kept and shown: as it was typed, digits and hyphens of one kind. A mobile number is kept in its eleven
 * digits, as codes are sent to it and members are found by it.
 */
export function writtenPhone(typed: string): string {
  const text = typed
    .replace(/[^（）]+/g, (part) => toHalfWidth(part))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?- ?/g, '-')
    .replace(/(\d) ?(?:转|分机号?|ext(?:ension)?\.?)[:： ]*(?=\d)/gi, '$1转')
    .replace(/(\d)\.(?=\d)/g, '$1-')
    .trim();
  const bare = bareNumber(text).replace(/^(?:\+?86|0086)(?=1[3-9]\d{9}$)/, '');
  return isMobile(bare) ? bare : writtenFromAbroad(text);
}

/**
 * 0086-0756-1234567 without the code of the country; 0086-756-1234567 with a plus, as its area lacks the 0, and so is
 * 00852 23456789 of any other country.
 */
function writtenFromAbroad(text: string): string {
  if (/^00(?!86)[1-9]/.test(text)) return `+${text.slice(2)}`;
  const [, sign = '', rest] = /^(\+|00)?86(?:[- ](?=.)|(?=[（(]0))(.+)$/.exec(text) ?? [];
  if (rest === undefined) return text;
  const bare = bareNumber(rest.replace(EXTENSION, ''));
  if (WITH_AREA.test(bare)) return rest;
  return sign !== '+' && WITH_AREA.test(`0${bare}`) ? `+86-${rest}` : text;
}

/** As the registry has room for. */
const MAX_WRITTEN = 30;
/** Of the mainland, by area codes that there are: 010, 02x, 03xx to 09xx. */
const WITH_AREA = /^0(?:10|2\d|[3-9]\d{2})\d{7,8}$/;
/** Those of 400 and 800, of the own area, and the short ones of offices (12348 for legal advice, 95 and 96 of others). */
const WITHOUT_AREA = /^(?:[48]00\d{7}|\d{7,8}|12\d{3}|9[56]\d{3,4})$/;
const isLandLine = (bare: string) => WITH_AREA.test(bare) || WITHOUT_AREA.test(bare);
const EXTENSION = /(?:-|转)\d{1,6}$/;
const ABROAD = /^\+\d{8,15}$/;
/** An area code may stand in brackets, behind the code of a country as well; an extension behind a hyphen or 转. */
const FORM = /^(?:\+\d{1,3}[ -]?)?(?:[(（]\+?\d{2,5}[)）][ -]?)?(?:[\d+]|[\d+][\d -]*\d)(?:转\d{1,6})?$/;

/** Mobile or land line of the mainland, with an extension or without, or an international number with +. */
export function isPhone(written: string): boolean {
  if (written.length > MAX_WRITTEN || !FORM.test(written)) return false;
  const bare = bareNumber(written);
  if (isMobile(bare) || isLandLine(bare) || ABROAD.test(bare)) return true;
  const main = written.replace(EXTENSION, '');
  return main !== written && (isLandLine(bareNumber(main)) || ABROAD.test(bareNumber(main)));
}

/** The ways in which a land line may be written, given its digits: by one of them the registry finds it. */
export function spellingsOf(bare: string): string[] {
  if (!/^0\d{9,11}$/.test(bare)) return [bare];
  const parts = [3, 4].map((length) => [bare.slice(0, length), bare.slice(length)] as const);
  return [
    bare,
    ...parts.flatMap(([area, rest]) => [
      `${area}-${rest}`,
      `${area} ${rest}`,
      `(${area})${rest}`,
      `（${area}）${rest}`,
    ]),
  ];
}
