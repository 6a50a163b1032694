import { DUE_FROM_MONTH } from '../../contract/office-hours/limits.ts';

/**
 * Years whose holidays nobody knows and somebody should enter by a day (yyyy-MM-dd), the first one first: the running year
 * whenever it is unknown, since every clock runs in it, and the coming one from November on.
 */
export function unknownYears(knownYears: ReadonlySet<number>, today: string): number[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const needed = month >= DUE_FROM_MONTH ? [year, year + 1] : [year];
  return needed.filter((one) => !knownYears.has(one));
}
