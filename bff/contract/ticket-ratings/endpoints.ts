import { endpoint, type Page } from '../endpoint.ts';
import type { OwnRating } from '../ratings/replies.ts';
import type { RatingRow } from './replies.ts';
import type { ListRatings, GiveRating } from '../ratings/schemas.ts';

export type * from './replies.ts';

export const ticketRatingEndpoints = {
  showOwnRating: endpoint<{ params: { id: string }; reply: OwnRating }>()({
    method: 'GET',
    path: '/me/tickets/:id/rating',
    access: 'member',
    summary: 'Whether the member is asked for a rating of an own ticket, and what was said',
  }),
  rateTicket: endpoint<{ params: { id: string }; body: GiveRating; reply: OwnRating }>()({
    method: 'PUT',
    path: '/me/tickets/:id/rating',
    access: 'member',
    summary: 'Rates an own ticket that was solved in the last seven days, or changes the rating',
  }),
  listTicketRatings: endpoint<{ query: ListRatings; reply: Page<RatingRow> }>()({
    method: 'GET',
    path: '/staff/ticket-ratings',
    access: ['administrator'],
    summary: 'Ratings of tickets, the latest first',
  }),
} as const;
