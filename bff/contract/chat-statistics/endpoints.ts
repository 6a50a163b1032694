import { CHAT_ROLES } from '../chat/enums.ts';
import { endpoint } from '../endpoint.ts';
import type { ChatPeople, ChatStatistics } from './replies.ts';
import type { ChatPeriod } from './schemas.ts';

export type * from './replies.ts';

export const chatStatisticsEndpoints = {
  showChatStatistics: endpoint<{ query: ChatPeriod; reply: ChatStatistics }>()({
    method: 'GET',
    path: '/staff/chat-statistics',
    access: CHAT_ROLES,
    summary: 'The talks that were begun in a period, how long they waited and what came of them, by day',
  }),
  showChatPeople: endpoint<{ query: ChatPeriod; reply: ChatPeople }>()({
    method: 'GET',
    path: '/staff/chat-statistics/people',
    access: ['administrator'],
    summary: 'The same by person',
  }),
} as const;
