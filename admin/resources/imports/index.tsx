import { ImportOutlined } from '@ant-design/icons';
import { importEndpoints } from '../../../bff/contract/imports/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 导入Excel. */
export const imports: Resource = {
  pages: [
    page('imports', importEndpoints.checkImport, async () => (await import('./Import.tsx')).ImportPage),
    page('importRun', importEndpoints.showImportRun, async () => (await import('./Run.tsx')).RunPage),
  ],
  menu: [
    {
      group: 'members',
      to: pageUrl('imports'),
      label: '导入Excel',
      icon: <ImportOutlined />,
      endpoint: importEndpoints.checkImport,
    },
  ],
};
