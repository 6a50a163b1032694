import { z } from 'zod';
import { day, instant, oneOf, reply } from '../reply-parts.ts';
import { TICKET_CATEGORIES, type TicketCategoryKey } from '../tickets/enums.ts';
import { DUE_CAUSES } from './enums.ts';

const campaign = z.strictObject({ from: day, to: day });
/** 年度考核: the first and the last day on which everything is done the same day. */
export type Campaign = z.infer<typeof campaign>;

/** What the desk promises, for whoever sets it. */
export const ticketTermsReply = reply('TicketTerms', {
  version: z.int(),
  categories: z.record(
    oneOf(TICKET_CATEGORIES) as z.ZodType<TicketCategoryKey, TicketCategoryKey>,
    z.strictObject({ firstMinutes: z.int(), doneMinutes: z.int().nullable() }),
  ),
  campaign: campaign.nullable(),
});
export type TicketTermsReply = z.infer<typeof ticketTermsReply>;

/** One clock of a ticket; it stands while the member has to add something. */
const clock = z.strictObject({
  /** Null: it does not run. */
  dueAt: instant.nullable(),
  /** Open minutes until then, negative once it is overdue; of one that stands, what is left. Null: nothing is promised. */
  leftMinutes: z.int().nullable(),
  /** Open minutes of the whole: less than a quarter left is soon overdue. */
  wholeMinutes: z.int().nullable(),
});

/** Both clocks of a ticket, and how they were reckoned again. */
export const ticketClocks = reply('TicketClocks', {
  first: clock,
  done: clock,
  /** Holidays may still come between. */
  isExpected: z.boolean(),
  /** The latest first; an instant is null where no clock ran. */
  changes: z.array(
    z.strictObject({
      id: z.int(),
      at: instant,
      cause: oneOf(DUE_CAUSES),
      firstBefore: instant.nullable(),
      firstAfter: instant.nullable(),
      doneBefore: instant.nullable(),
      doneAfter: instant.nullable(),
    }),
  ),
});
export type TicketClocks = z.infer<typeof ticketClocks>;
