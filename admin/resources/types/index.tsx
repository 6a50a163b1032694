import { ProfileOutlined } from '@ant-design/icons';
import { typeEndpoints } from '../../../bff/contract/certificate-types/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 证明类型 and their wordings. */
export const types: Resource = {
  pages: [
    page('types', typeEndpoints.createType, async () => (await import('./List.tsx')).TypeList),
    page('typeNew', typeEndpoints.createType, async () => (await import('./New.tsx')).TypeNew),
    page('type', typeEndpoints.showTypeForStaff, async () => (await import('./Show.tsx')).TypeShow),
    page('typeEdit', typeEndpoints.updateType, async () => (await import('./Edit.tsx')).TypeEdit),
    page('wording', typeEndpoints.publishWording, async () => (await import('./Wording.tsx')).WordingEdit),
    page('wordings', typeEndpoints.listWordings, async () => (await import('./Compare.tsx')).WordingCompare),
  ],
  menu: [
    {
      group: 'certificates',
      to: pageUrl('types'),
      label: '证明类型',
      icon: <ProfileOutlined />,
      endpoint: typeEndpoints.createType,
      waiting: ['typeChanges'],
    },
  ],
};
