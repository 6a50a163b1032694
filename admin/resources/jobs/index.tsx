import { ToolOutlined } from '@ant-design/icons';
import { operationsEndpoints } from '../../../bff/contract/operations/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 任务 that need a look. */
export const jobs: Resource = {
  pages: [page('jobs', operationsEndpoints.listJobs, async () => (await import('./List.tsx')).JobList)],
  menu: [
    {
      group: 'system',
      to: pageUrl('jobs'),
      label: '任务',
      icon: <ToolOutlined />,
      endpoint: operationsEndpoints.listJobs,
      waiting: ['jobs'],
    },
  ],
};
