import { z } from 'zod';
import { daysBetween, isPlainDate } from '../dates.ts';
import { keyOf, pageQuery, plainDate } from '../fields.ts';
import { RATINGS } from '../ticket-ratings/enums.ts';
import { TICKET_CATEGORIES, type TicketCategoryKey } from '../tickets/enums.ts';
import { KEPT, MAX_STATISTICS_DAYS, TICKET_STEPS } from './enums.ts';

const categories = Object.keys(TICKET_CATEGORIES) as [TicketCategoryKey, ...TicketCategoryKey[]];
const period = { from: plainDate('开始日期'), to: plainDate('结束日期') };
const category = z.enum(categories, { error: '请选择分类' }).optional();

const inOrder = (
  { from, to }: { from: string; to: string },
  context: { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void },
): void => {
  // What is no date has been said already.
  if (!isPlainDate(from) || !isPlainDate(to)) return;
  const say = (message: string) => context.addIssue({ code: 'custom', path: ['to'], message });
  if (to < from) say('结束日期不能早于开始日期');
  else if (daysBetween(from, to) >= MAX_STATISTICS_DAYS) say(`一次最多统计${MAX_STATISTICS_DAYS}天`);
};

/** A period, both days in it, and a category. */
export const statisticsPeriod = z.strictObject({ ...period, category }).superRefine(inOrder);
export type StatisticsPeriod = z.input<typeof statisticsPeriod>;
export type StatisticsPeriodParsed = z.output<typeof statisticsPeriod>;

/** The list behind a number. */
export const listTicketSteps = z.strictObject({
  ...pageQuery,
  ...period,
  category,
  step: keyOf(TICKET_STEPS, '事项'),
  kept: keyOf(KEPT, '时限').optional(),
  rating: keyOf(RATINGS, '满意程度').optional(),
  /** For administrators alone. */
  person: z.coerce.number().int().positive().optional(),
});
export type ListTicketSteps = z.input<typeof listTicketSteps>;
export type ListTicketStepsParsed = z.output<typeof listTicketSteps>;
