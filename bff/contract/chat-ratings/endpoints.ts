import { endpoint, type Page } from '../endpoint.ts';
import type { OwnRating } from '../ratings/replies.ts';
import type { GiveRating, ListRatings } from '../ratings/schemas.ts';
import type { ChatRatingRow } from './replies.ts';

export type * from './replies.ts';

export const chatRatingEndpoints = {
  showOwnChatRating: endpoint<{ params: { id: string }; reply: OwnRating }>()({
    method: 'GET',
    path: '/chat/:id/rating',
    access: 'member',
    summary: 'Whether the member is asked for a rating of an own talk, and what was said',
  }),
  rateChat: endpoint<{ params: { id: string }; body: GiveRating; reply: OwnRating }>()({
    method: 'PUT',
    path: '/chat/:id/rating',
    access: 'member',
    summary: 'Rates an own talk that ended in the last seven days, or changes the rating',
  }),
  listChatRatings: endpoint<{ query: ListRatings; reply: Page<ChatRatingRow> }>()({
    method: 'GET',
    path: '/staff/chat-ratings',
    access: ['administrator'],
    summary: 'Ratings of talks, the latest first',
  }),
} as const;
