import { addDays, toShanghaiDate } from '../../../bff/contract/dates.ts';
import { TICKET_CATEGORIES, type TicketCategoryKey } from '../../../bff/contract/tickets/enums.ts';

export const PERIOD_FILTERS = ['from', 'to', 'category'] as const;

/** What is looked at, by the address: without days in it, the thirty up to today. */
export function periodOf(values: Partial<Record<(typeof PERIOD_FILTERS)[number], string>>) {
  const to = values.to ?? toShanghaiDate(Date.now());
  const from = values.from ?? addDays(to, -29);
  const category = values.category && values.category in TICKET_CATEGORIES ? values.category : undefined;
  return { from, to, ...(category && { category: category as TicketCategoryKey }) };
}
export type Period = ReturnType<typeof periodOf>;

/** Category → its label, for a filter. */
export const CATEGORY_LABELS: Record<string, string> = Object.fromEntries(
  Object.entries(TICKET_CATEGORIES).map(([key, { label }]) => [key, label]),
);

/** 86%; a dash where there was nothing to keep. */
export const share = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${Math.round((part / whole) * 100)}%`;
