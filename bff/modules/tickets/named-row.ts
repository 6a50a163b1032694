import { z } from 'zod';
import { oneOf } from '../../contract/reply-parts.ts';
import { TICKET_CATEGORIES, TICKET_STATES } from '../../contract/tickets/enums.ts';

/** What every list and page reads of a ticket (presentTicket): the row's shape, and its columns of `tickets s`. */
export const named = {
  id: z.int(),
  number: z.string(),
  category: oneOf(TICKET_CATEGORIES),
  title: z.string(),
  state: oneOf(TICKET_STATES),
  openedAt: z.int(),
  lastMessageAt: z.int(),
};
export const NAMED = `s.id, s.number, s.category, s.title, s.state, s.opened_at AS openedAt,
  s.last_message_at AS lastMessageAt`;
