import { chatStatisticsEndpoints as statistics } from '../../../contract/chat-statistics/endpoints.ts';
import { chatPeople, chatStatistics } from '../../../contract/chat-statistics/replies.ts';
import { chatPeriod } from '../../../contract/chat-statistics/schemas.ts';
import { route } from '../../../http/route.ts';
import { showPeople, showStatistics } from './show-statistics.ts';

/** 咨询统计. */
export const chatStatisticsRoutes = [
  route(statistics.showChatStatistics, { query: chatPeriod, reply: chatStatistics }, ({ query }) =>
    showStatistics(query),
  ),
  route(statistics.showChatPeople, { query: chatPeriod, reply: chatPeople }, ({ query }) => showPeople(query)),
];
