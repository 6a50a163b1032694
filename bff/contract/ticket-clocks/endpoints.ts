import { endpoint } from '../endpoint.ts';
import { TICKET_ROLES } from '../tickets/enums.ts';
import type { TicketClocks, TicketTermsReply } from './replies.ts';
import type { TicketTerms } from './schemas.ts';

export type * from './replies.ts';

export const ticketClockEndpoints = {
  showTicketTerms: endpoint<{ reply: TicketTermsReply }>()({
    method: 'GET',
    path: '/staff/ticket-terms',
    access: 'staff',
    summary: 'By when tickets are answered and done, in open minutes of every category',
  }),
  updateTicketTerms: endpoint<{ body: TicketTerms; reply: TicketTermsReply }>()({
    method: 'PUT',
    path: '/staff/ticket-terms',
    access: ['administrator'],
    summary: 'Changes them; tickets that are open follow',
  }),
  showTicketClocks: endpoint<{ params: { id: string }; reply: TicketClocks }>()({
    method: 'GET',
    path: '/staff/tickets/:id/clocks',
    access: TICKET_ROLES,
    summary: "Both clocks of a ticket of the caller's queues, and how they were reckoned again",
  }),
} as const;
