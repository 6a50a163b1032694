import { DUE_FROM_MONTH, LATE_FROM_MONTH } from '../../bff/contract/office-hours/limits.ts';

/**
 * Of so many years whose holidays should be entered by a day (yyyy-MM-dd) the one that is late: the running year at any time,
 * the coming one in December. November asks for the coming one as well, without hurry. Null: none is late.
 */
export function lateYear(unknown: number, today: string): number | null {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  if (unknown === 0) return null;
  if (month < DUE_FROM_MONTH || unknown > 1) return year;
  return month >= LATE_FROM_MONTH ? year + 1 : null;
}
