import { BarChartOutlined } from '@ant-design/icons';
import { activityStatisticsEndpoints as statistics } from '../../../bff/contract/activity-statistics/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 活动统计: who signed up, who came, and who they are. */
export const activityStatistics: Resource = {
  pages: [
    page(
      'activityStatistics',
      statistics.showActivityStatistics,
      async () => (await import('./Show.tsx')).ActivityStatisticsShow,
    ),
  ],
  menu: [
    {
      group: 'services',
      to: pageUrl('activityStatistics'),
      label: '活动统计',
      icon: <BarChartOutlined />,
      endpoint: statistics.showActivityStatistics,
    },
  ],
};
