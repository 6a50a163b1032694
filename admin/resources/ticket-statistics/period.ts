import { TICKET_CATEGORIES, type TicketCategoryKey } from '../../../bff/contract/tickets/enums.ts';
import { daysOf } from '../../ui/statistics/period.ts';

export const PERIOD_FILTERS = ['from', 'to', 'category'] as const;

/** What is looked at, by the address: without days in it, the thirty up to today. */
export function periodOf(values: Partial<Record<(typeof PERIOD_FILTERS)[number], string>>) {
  const category = values.category && values.category in TICKET_CATEGORIES ? values.category : undefined;
  return { ...daysOf(values), ...(category && { category: category as TicketCategoryKey }) };
}
export type Period = ReturnType<typeof periodOf>;

/** Category → its label, for a filter. */
export const CATEGORY_LABELS: Record<string, string> = Object.fromEntries(
  Object.entries(TICKET_CATEGORIES).map(([key, { label }]) => [key, label]),
);
