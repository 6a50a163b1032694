import { ClockCircleOutlined } from '@ant-design/icons';
import { officeHoursEndpoints } from '../../../bff/contract/office-hours/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 办公时间: hours, holidays and working weekends. */
export const officeHours: Resource = {
  pages: [
    page(
      'officeHours',
      officeHoursEndpoints.showOfficeCalendar,
      async () => (await import('./Show.tsx')).OfficeHoursShow,
    ),
  ],
  menu: [
    {
      group: 'system',
      to: pageUrl('officeHours'),
      label: '办公时间',
      icon: <ClockCircleOutlined />,
      endpoint: officeHoursEndpoints.updateOfficeHours,
      waiting: ['holidays'],
    },
  ],
};
