import { SmileOutlined } from '@ant-design/icons';
import { chatRatingEndpoints } from '../../../bff/contract/chat-ratings/endpoints.ts';
import { ticketRatingEndpoints } from '../../../bff/contract/ticket-ratings/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 工单评价, 咨询评价: what members think of what became of their tickets and talks. */
export const ratings: Resource = {
  pages: [
    page('ticketRatings', ticketRatingEndpoints.listTicketRatings, async () => (await import('./List.tsx')).RatingList),
    page(
      'chatRatings',
      chatRatingEndpoints.listChatRatings,
      async () => (await import('./ChatList.tsx')).ChatRatingList,
    ),
  ],
  menu: [
    {
      group: 'services',
      to: pageUrl('ticketRatings', { rating: 'bad' }),
      label: '工单评价',
      icon: <SmileOutlined />,
      endpoint: ticketRatingEndpoints.listTicketRatings,
    },
    {
      group: 'services',
      to: pageUrl('chatRatings', { rating: 'bad' }),
      label: '咨询评价',
      icon: <SmileOutlined />,
      endpoint: chatRatingEndpoints.listChatRatings,
    },
  ],
};
