import { LineChartOutlined } from '@ant-design/icons';
import { chatStatisticsEndpoints as statistics } from '../../../bff/contract/chat-statistics/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 咨询统计: how many asked, how long they waited, and what came of it. */
export const chatStatistics: Resource = {
  pages: [
    page('chatStatistics', statistics.showChatStatistics, async () => (await import('./Show.tsx')).ChatStatisticsShow),
  ],
  menu: [
    {
      group: 'services',
      to: pageUrl('chatStatistics'),
      label: '咨询统计',
      icon: <LineChartOutlined />,
      endpoint: statistics.showChatStatistics,
    },
  ],
};
