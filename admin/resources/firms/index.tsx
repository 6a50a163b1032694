import { BankOutlined } from '@ant-design/icons';
import { registryEndpoints } from '../../../bff/contract/registry/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 律所. */
export const firms: Resource = {
  pages: [
    page('firms', registryEndpoints.listFirms, async () => (await import('./List.tsx')).FirmList),
    page('firmNew', registryEndpoints.createFirm, async () => (await import('./New.tsx')).FirmNew),
    page('firm', registryEndpoints.showFirm, async () => (await import('./Show.tsx')).FirmShow),
    page('firmEdit', registryEndpoints.updateFirm, async () => (await import('./Edit.tsx')).FirmEdit),
  ],
  menu: [
    {
      group: 'members',
      to: pageUrl('firms'),
      label: '律所',
      icon: <BankOutlined />,
      endpoint: registryEndpoints.listFirms,
    },
  ],
};
