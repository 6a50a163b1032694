import { ScheduleOutlined } from '@ant-design/icons';
import { ticketDutyEndpoints } from '../../../bff/contract/ticket-duty/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 在岗与休假: who is given tickets, and who stands in. */
export const duty: Resource = {
  pages: [
    page('duty', ticketDutyEndpoints.showOwnDuty, async () => (await import('./Show.tsx')).DutyShow),
    page('handover', ticketDutyEndpoints.showHandover, async () => (await import('./Handover.tsx')).HandoverShow),
  ],
  menu: [
    {
      group: 'services',
      to: pageUrl('duty'),
      label: '在岗与休假',
      icon: <ScheduleOutlined />,
      endpoint: ticketDutyEndpoints.showOwnDuty,
    },
  ],
};
