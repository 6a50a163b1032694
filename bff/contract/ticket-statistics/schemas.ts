import { z } from 'zod';
import { keyOf, pageQuery } from '../fields.ts';
import { RATINGS } from '../ratings/enums.ts';
import { inOrder, period } from '../statistics/schemas.ts';
import { TICKET_CATEGORIES, type TicketCategoryKey } from '../tickets/enums.ts';
import { KEPT, TICKET_STEPS } from './enums.ts';

const categories = Object.keys(TICKET_CATEGORIES) as [TicketCategoryKey, ...TicketCategoryKey[]];
const category = z.enum(categories, { error: '请选择分类' }).optional();

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
