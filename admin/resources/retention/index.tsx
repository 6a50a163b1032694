import { DeleteOutlined } from '@ant-design/icons';
import { rightsEndpoints } from '../../../bff/contract/rights/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 保存期限: what of personal data is kept how long, and what was removed. */
export const retention: Resource = {
  pages: [
    page('retention', rightsEndpoints.listRetentionRemovals, async () => (await import('./Show.tsx')).RetentionShow),
  ],
  menu: [
    {
      group: 'system',
      to: pageUrl('retention'),
      label: '保存期限',
      icon: <DeleteOutlined />,
      endpoint: rightsEndpoints.listRetentionRemovals,
    },
  ],
};
