import { daysBetween, isPlainDate } from '../dates.ts';
import { plainDate } from '../fields.ts';

/** The longest period of one look: a year and its leap day. */
export const MAX_STATISTICS_DAYS = 366;

/** A period, both days in it. */
export const period = { from: plainDate('开始日期'), to: plainDate('结束日期') };

/** Says where a period ends before it begins, or is too long; for `superRefine`. */
export function inOrder(
  { from, to }: { from: string; to: string },
  context: { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void },
): void {
  // What is no date has been said already.
  if (!isPlainDate(from) || !isPlainDate(to)) return;
  const say = (message: string) => context.addIssue({ code: 'custom', path: ['to'], message });
  if (to < from) say('结束日期不能早于开始日期');
  else if (daysBetween(from, to) >= MAX_STATISTICS_DAYS) say(`一次最多统计${MAX_STATISTICS_DAYS}天`);
}
