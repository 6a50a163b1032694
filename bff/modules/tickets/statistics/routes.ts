import { pageOf } from '../../../contract/reply-parts.ts';
import { ticketStatisticsEndpoints as statistics } from '../../../contract/ticket-statistics/endpoints.ts';
import * as replies from '../../../contract/ticket-statistics/replies.ts';
import * as schemas from '../../../contract/ticket-statistics/schemas.ts';
import { route } from '../../../http/route.ts';
import { listSteps } from './list-steps.ts';
import { showPeople, showStatistics } from './show-statistics.ts';

/** 工单统计: what came, and what became of it. */
export const ticketStatisticsRoutes = [
  route(
    statistics.showTicketStatistics,
    { query: schemas.statisticsPeriod, reply: replies.ticketStatistics },
    ({ actor, query }) => showStatistics({ actor, ...query }),
  ),
  route(statistics.showTicketPeople, { query: schemas.statisticsPeriod, reply: replies.ticketPeople }, ({ query }) =>
    showPeople(query),
  ),
  route(
    statistics.listTicketSteps,
    { query: schemas.listTicketSteps, reply: pageOf(replies.ticketStepRow) },
    ({ actor, query }) => listSteps({ actor, ...query }),
  ),
];
