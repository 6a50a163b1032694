import { useQuery } from '@tanstack/react-query';
import type { OwnRating } from '../../../bff/contract/ratings/replies.ts';
import { ticketRatingEndpoints as ratings } from '../../../bff/contract/ticket-ratings/endpoints.ts';
import type { GiveRating } from '../../../bff/contract/ratings/schemas.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';

const keyOf = (ticketId: number) => ['tickets', ticketId, 'rating'];

/** Whether the member is asked for a rating, and what was said. */
export const useRating = (ticketId: number) =>
  useQuery({
    queryKey: keyOf(ticketId),
    queryFn: () => call(ratings.showOwnRating, { params: { id: String(ticketId) } }),
  });

/** Rates a ticket, or changes the rating. Throws ApiError. */
export async function rateTicket(ticketId: number, body: GiveRating): Promise<OwnRating> {
  const rated = await call(ratings.rateTicket, { params: { id: String(ticketId) }, body });
  queryClient.setQueryData(keyOf(ticketId), rated);
  return rated;
}
