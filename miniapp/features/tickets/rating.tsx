import { RatingSheet } from '../../office/rating/rating-sheet.tsx';
import { rateTicket, useRating } from './use-rating.ts';

/** 评价 of a ticket that was solved. */
export function TicketRating({ ticketId }: { ticketId: number }) {
  const { data } = useRating(ticketId);
  if (!data) return null;
  return <RatingSheet title="这次办理您满意吗？" rating={data} onRate={(said) => rateTicket(ticketId, said)} />;
}
