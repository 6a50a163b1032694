import { endpoint } from '../endpoint.ts';
import { TICKET_ROLES } from '../tickets/enums.ts';
import type { TicketDetail } from '../tickets/replies.ts';
import type { MergeableTickets, SplitReply, TicketPresence } from './replies.ts';
import type { RevealedIdentity } from '../registry/replies.ts';
import type { RevealIdentity } from '../registry/schemas.ts';
import type { AnnounceAtTicket, MergeTickets, SplitTicket } from './schemas.ts';

export type * from './replies.ts';

/** What the desk does besides answering: seeing each other, merging and splitting. */
export const ticketDeskEndpoints = {
  announceAtTicket: endpoint<{ params: { id: string }; body: AnnounceAtTicket; reply: TicketPresence }>()({
    method: 'PUT',
    path: '/staff/tickets/:id/presence',
    access: TICKET_ROLES,
    summary: 'Says that one looks at a ticket or writes an answer, and hears who else does',
  }),
  leaveTicket: endpoint<{ params: { id: string }; reply: null }>()({
    method: 'DELETE',
    path: '/staff/tickets/:id/presence',
    access: TICKET_ROLES,
    summary: 'Says that one has gone on to something else',
  }),
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
  revealTicketNumber: endpoint<{ params: { id: string }; body: RevealIdentity; reply: RevealedIdentity }>()({
    method: 'POST',
    path: '/staff/ticket-numbers/:id/identity',
    access: TICKET_ROLES,
    summary: 'Shows the whole of an identity number that stands masked in a message, with a reason, audited',
  }),
  splitTicket: endpoint<{ params: { id: string }; body: SplitTicket; reply: SplitReply }>()({
    method: 'POST',
    path: '/staff/ticket-messages/:id/split',
    access: TICKET_ROLES,
    summary: "Makes a member's message a ticket of its own, with its files",
  }),
} as const;
