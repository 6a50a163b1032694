import { z } from 'zod';
import { daysBetween } from '../dates.ts';
import { plainDate, seenVersion, wholeNumber } from '../fields.ts';
import { TICKET_CATEGORIES, ticketCategory, type TicketCategoryKey } from '../tickets/enums.ts';
import { MAX_CAMPAIGN_DAYS, MAX_CLOCK_MINUTES, MIN_CLOCK_MINUTES } from './limits.ts';

const minutes = (label: string) => wholeNumber(label, MIN_CLOCK_MINUTES, MAX_CLOCK_MINUTES);

const keys = Object.keys(TICKET_CATEGORIES) as TicketCategoryKey[];
const category = (key: TicketCategoryKey) => {
  const { label, doneMinutes } = ticketCategory(key);
  return z
    .strictObject({
      firstMinutes: minutes(`${label}的首次答复时限`),
      /** Null where the program ships no promise for solving. */
      doneMinutes: doneMinutes === null ? z.null({ error: `${label}没有办结时限` }) : minutes(`${label}的办结时限`),
    })
    .refine(({ firstMinutes, doneMinutes: done }) => done === null || firstMinutes <= done, {
      error: `${label}：首次答复时限应不长于办结时限`,
    });
};

/** What the desk promises, as administrators set it: open minutes of every category, and 年度考核. */
export const ticketTerms = z.strictObject({
  version: seenVersion,
  categories: z.strictObject(
    Object.fromEntries(keys.map((key) => [key, category(key)])) as unknown as Record<
      TicketCategoryKey,
      z.ZodType<{ firstMinutes: number; doneMinutes: number | null }>
    >,
  ),
  /** First and last day on which everything is done the same day; null: no campaign. */
  campaign: z
    .strictObject({ from: plainDate('年度考核第一天'), to: plainDate('年度考核最后一天') })
    .refine(({ from, to }) => from <= to, { error: '最后一天应不早于第一天', path: ['to'] })
    .refine(({ from, to }) => !(daysBetween(from, to) >= MAX_CAMPAIGN_DAYS), {
      error: `年度考核最长${MAX_CAMPAIGN_DAYS}天`,
      path: ['to'],
    })
    .nullable(),
});
export type TicketTerms = z.output<typeof ticketTerms>;
