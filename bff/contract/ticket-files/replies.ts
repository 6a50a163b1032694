import { z } from 'zod';
import { instant, reply } from '../reply-parts.ts';

/** 谁看过: one look at an identity document, or at the whole of a number, in a ticket. */
export const ticketOpening = reply('TicketOpening', {
  id: z.int(),
  at: instant,
  by: z.string(),
  ticketId: z.int(),
  number: z.string(),
  /** The name of the file; of a number, what is shown of it and the reason. */
  what: z.string(),
});
export type TicketOpening = z.infer<typeof ticketOpening>;
