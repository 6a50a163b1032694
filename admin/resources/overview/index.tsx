import { DashboardOutlined } from '@ant-design/icons';
import { operationsEndpoints } from '../../../bff/contract/operations/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 工作台. */
export const overview: Resource = {
  pages: [page('home', operationsEndpoints.showOverview, async () => (await import('./Show.tsx')).OverviewShow)],
  menu: [
    { to: pageUrl('home'), label: '工作台', icon: <DashboardOutlined />, endpoint: operationsEndpoints.showOverview },
  ],
};
