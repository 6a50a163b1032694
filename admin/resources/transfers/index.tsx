import { HistoryOutlined } from '@ant-design/icons';
import { exportEndpoints } from '../../../bff/contract/exports/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 导入与导出记录. */
export const transfers: Resource = {
  pages: [page('transfers', exportEndpoints.listExports, async () => (await import('./Transfers.tsx')).Transfers)],
  menu: [
    {
      group: 'members',
      to: pageUrl('transfers'),
      label: '导入与导出记录',
      icon: <HistoryOutlined />,
      endpoint: exportEndpoints.listExports,
    },
  ],
};
