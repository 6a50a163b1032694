import { CustomerServiceOutlined } from '@ant-design/icons';
import { ticketEndpoints } from '../../../bff/contract/tickets/endpoints.ts';
import { textBlockEndpoints } from '../../../bff/contract/ticket-text-blocks/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { homePart } from '../../shell/home-parts.tsx';
import { page, type Resource } from '../../shell/resource.tsx';

/** 工单: what members ask. */
export const tickets: Resource = {
  pages: [
    page('tickets', ticketEndpoints.listTickets, async () => (await import('./List.tsx')).TicketList),
    page(
      'ticketTextBlocks',
      textBlockEndpoints.listTextBlocks,
      async () => (await import('./text-blocks/TextBlocks.tsx')).TextBlockList,
    ),
    page('ticket', ticketEndpoints.showTicket, async () => (await import('./Show.tsx')).TicketShow),
  ],
  menu: [
    {
      group: 'services',
      to: pageUrl('tickets'),
      label: '工单',
      icon: <CustomerServiceOutlined />,
      endpoint: ticketEndpoints.listTickets,
      waiting: ['tickets'],
    },
  ],
  homeParts: [homePart(['service'], async () => (await import('./Urgent.tsx')).UrgentTickets)],
};
