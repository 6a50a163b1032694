import { FieldTimeOutlined } from '@ant-design/icons';
import { ticketClockEndpoints } from '../../../bff/contract/ticket-clocks/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 工单时限: by when tickets are answered and done, and 年度考核. */
export const ticketTerms: Resource = {
  pages: [
    page('ticketTerms', ticketClockEndpoints.showTicketTerms, async () => (await import('./Edit.tsx')).TicketTermsEdit),
  ],
  menu: [
    {
      group: 'system',
      to: pageUrl('ticketTerms'),
      label: '工单时限',
      icon: <FieldTimeOutlined />,
      endpoint: ticketClockEndpoints.updateTicketTerms,
    },
  ],
};
