import { endpoint } from '../endpoint.ts';
import { TICKET_ROLES } from '../tickets/enums.ts';
import type { TicketDetail } from '../tickets/replies.ts';
import type { MergeableTickets, SplitReply } from './replies.ts';
import type { MergeTickets, SplitTicket } from './schemas.ts';

export type * from './replies.ts';

/** What the desk does besides answering: merging and splitting. */
export const ticketDeskEndpoints = {
  listMergeableTickets: endpoint<{ params: { id: string }; reply: MergeableTickets }>()({
    method: 'GET',
    path: '/staff/tickets/:id/mergeable',
    access: TICKET_ROLES,
    summary: 'Other open tickets of whoever opened this one, in the same queue',
  }),
  mergeTickets: endpoint<{ params: { id: string }; body: MergeTickets; reply: TicketDetail }>()({
    method: 'POST',
    path: '/staff/tickets/:id/merge',
    access: TICKET_ROLES,
    summary: 'Merges two tickets of one member: the later one into the earlier one, which is answered',
  }),
  unmergeTicket: endpoint<{ params: { id: string }; reply: null }>()({
    method: 'DELETE',
    path: '/staff/tickets/:id/merge',
    access: TICKET_ROLES,
    summary: 'Undoes the merge of a ticket into another one, within thirty days',
  }),
  splitTicket: endpoint<{ params: { id: string }; body: SplitTicket; reply: SplitReply }>()({
    method: 'POST',
    path: '/staff/ticket-messages/:id/split',
    access: TICKET_ROLES,
    summary: "Makes a member's message a ticket of its own, with its files",
  }),
} as const;
