import { RatingSheet } from '../../office/rating/rating-sheet.tsx';
import { rateChat, useChatRating } from './use-chat.ts';

/** 评价 of a talk that is over; nothing where nobody is asked. */
export function ChatRating({ id }: { id: number }) {
  const { data } = useChatRating(id);
  if (!data) return null;
  return <RatingSheet title="这次咨询您满意吗？" rating={data} onRate={(said) => rateChat(id, said)} />;
}
