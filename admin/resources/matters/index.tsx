import { FileSearchOutlined } from '@ant-design/icons';
import { matterEndpoints } from '../../../bff/contract/matters/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 证明复核: letters whose facts have changed since they were issued. */
export const matters: Resource = {
  pages: [page('matters', matterEndpoints.listMatters, async () => (await import('./List.tsx')).MatterList)],
  menu: [
    {
      group: 'certificates',
      to: pageUrl('matters', { state: 'open' }),
      label: '证明复核',
      icon: <FileSearchOutlined />,
      endpoint: matterEndpoints.listMatters,
      waiting: ['matters'],
    },
  ],
};
