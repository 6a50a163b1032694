import { LineChartOutlined } from '@ant-design/icons';
import { ticketStatisticsEndpoints as statistics } from '../../../bff/contract/ticket-statistics/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 工单统计: what came and what became of it, and the lists behind the numbers. */
export const ticketStatistics: Resource = {
  pages: [
    page(
      'ticketStatistics',
      statistics.showTicketStatistics,
      async () => (await import('./Show.tsx')).TicketStatisticsShow,
    ),
    page('ticketSteps', statistics.listTicketSteps, async () => (await import('./Steps.tsx')).TicketStepList),
  ],
  menu: [
    {
      group: 'services',
      to: pageUrl('ticketStatistics'),
      label: '工单统计',
      icon: <LineChartOutlined />,
      endpoint: statistics.showTicketStatistics,
    },
  ],
};
