import { addDays } from '../../../contract/dates.ts';
import { lostDigits, type XlsxCell } from './sheet.ts';

/** Excel keeps fifteen digits and writes zeros for the rest. */
const EXACT = 1e15;
/** 9999-12-31, the last day that Excel knows. */
const LAST_DAY = 2_958_465;

/** How a number is shown, and from which year the file counts its days. */
export interface NumberLook {
  isDate: boolean;
  is1904: boolean;
}

/** A number as a person reads it: the day where it is formatted as one. */
export function numberCell(value: number, { isDate, is1904 }: NumberLook): XlsxCell {
  const day = dayOf(value, is1904);
  if (isDate) return day === null ? { fault: '日期超出范围', shown: String(value) } : { text: day };
  if (Math.abs(value) >= EXACT) return lostDigits(value.toExponential());
  const text = String(value);
  return is1904 && day !== null && Number.isInteger(value) ? { text, day } : { text };
}

/**
 * The day of a number, its time of day left out. ECMA-376 part 1, 18.17.4: day 1 is 1 January 1900, in a year that
 * counts a 29 February it never had; or day 0 is 1 January 1904.
 */
function dayOf(value: number, is1904: boolean): string | null {
  const serial = Math.floor(value);
  if (!Number.isFinite(value) || serial < 0 || serial > LAST_DAY) return null;
  if (is1904) return addDays('1904-01-01', serial);
  return addDays(serial < 60 ? '1899-12-31' : '1899-12-30', serial);
}

/** Whether a format code shows days: what is quoted, escaped or in brackets does not count. */
export function showsDays(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!\$)[^\]]*\]|\[\$[^\]]*\]/g, '');
  return /[yd]|m(?!m?:|\s*s)/i.test(bare.replace(/general/gi, '').replace(/h+:m+|m+:s+/gi, ''));
}

/** Formats without a code of their own in the file (18.8.30), those of Chinese Excel included. */
export const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);
