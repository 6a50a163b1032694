import { BarChartOutlined } from '@ant-design/icons';
import { reviewEndpoints } from '../../../bff/contract/review/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 审核统计. */
export const statistics: Resource = {
  pages: [
    page('statistics', reviewEndpoints.showReviewStatistics, async () => (await import('./Show.tsx')).StatisticsShow),
  ],
  menu: [
    {
      group: 'certificates',
      to: pageUrl('statistics'),
      label: '审核统计',
      icon: <BarChartOutlined />,
      endpoint: reviewEndpoints.showReviewStatistics,
    },
  ],
};
