import { endpoint, type Page } from '../endpoint.ts';
import { TICKET_ROLES } from '../tickets/enums.ts';
import type { TicketPeople, TicketStatistics, TicketStepRow } from './replies.ts';
import type { ListTicketSteps, StatisticsPeriod } from './schemas.ts';

export type * from './replies.ts';

export const ticketStatisticsEndpoints = {
  showTicketStatistics: endpoint<{ query: StatisticsPeriod; reply: TicketStatistics }>()({
    method: 'GET',
    path: '/staff/ticket-statistics',
    access: TICKET_ROLES,
    summary: "What came to the caller's queues in a period and what became of it, by role, category and day",
  }),
  showTicketPeople: endpoint<{ query: StatisticsPeriod; reply: TicketPeople }>()({
    method: 'GET',
    path: '/staff/ticket-statistics/people',
    access: ['administrator'],
    summary: 'The same by person',
  }),
  listTicketSteps: endpoint<{ query: ListTicketSteps; reply: Page<TicketStepRow> }>()({
    method: 'GET',
    path: '/staff/ticket-statistics/steps',
    access: TICKET_ROLES,
    summary: "The tickets behind a number, of the caller's queues, the latest first",
  }),
} as const;
