/** Years that move with the calendar, beside those that are named. */
export const MOVING_YEARS = { this: '本年度', last: '上一年度' } as const;
export type ConditionYear = keyof typeof MOVING_YEARS | number;

/** The year that is meant, of a yyyy-MM-dd. */
export function yearOn(year: ConditionYear, today: string): number {
  const now = Number(today.slice(0, 4));
  return year === 'this' ? now : year === 'last' ? now - 1 : year;
}

/** As it is said of the year itself: 本年度, 2026年度. */
export const yearInWords = (year: ConditionYear): string =>
  typeof year === 'number' ? `${year}年度` : MOVING_YEARS[year];
