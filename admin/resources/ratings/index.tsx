import { SmileOutlined } from '@ant-design/icons';
import { ticketRatingEndpoints } from '../../../bff/contract/ticket-ratings/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 工单评价: what members think of what became of their tickets. */
export const ratings: Resource = {
  pages: [
    page('ticketRatings', ticketRatingEndpoints.listTicketRatings, async () => (await import('./List.tsx')).RatingList),
  ],
  menu: [
    {
      group: 'services',
      to: pageUrl('ticketRatings', { rating: 'bad' }),
      label: '工单评价',
      icon: <SmileOutlined />,
      endpoint: ticketRatingEndpoints.listTicketRatings,
    },
  ],
};
