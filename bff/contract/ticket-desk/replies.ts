import { z } from 'zod';
import { reply } from '../reply-parts.ts';
import { ticketRow } from '../tickets/replies.ts';

/** Open tickets of the member who opened this one, which may be merged with it. */
export const mergeableTickets = reply('MergeableTickets', {
  items: z.array(
    z.strictObject({
      ...ticketRow.pick({ id: true, number: true, title: true, category: true, state: true, openedAt: true }).shape,
      version: z.int(),
    }),
  ),
});
export type MergeableTickets = z.infer<typeof mergeableTickets>;

/** Who else has the ticket open, and which version it has now. */
export const ticketPresence = reply('TicketPresence', {
  others: z.array(z.strictObject({ name: z.string(), isWriting: z.boolean() })),
  version: z.int(),
});
export type TicketPresence = z.infer<typeof ticketPresence>;

/** The new ticket; it may stand in a queue that the caller does not see. */
export const splitReply = reply('SplitTicket', { id: z.int(), number: z.string() });
export type SplitReply = z.infer<typeof splitReply>;
