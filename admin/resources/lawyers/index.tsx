import { TeamOutlined } from '@ant-design/icons';
import { registryEndpoints } from '../../../bff/contract/registry/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 律师. */
export const lawyers: Resource = {
  pages: [
    page('lawyers', registryEndpoints.listLawyers, async () => (await import('./List.tsx')).LawyerList),
    page('lawyerNew', registryEndpoints.createLawyer, async () => (await import('./New.tsx')).LawyerNew),
    page('lawyer', registryEndpoints.showLawyer, async () => (await import('./Show.tsx')).LawyerShow),
    page('lawyerEdit', registryEndpoints.updateLawyer, async () => (await import('./Edit.tsx')).LawyerEdit),
  ],
  menu: [
    {
      group: 'members',
      to: pageUrl('lawyers'),
      label: '律师',
      icon: <TeamOutlined />,
      endpoint: registryEndpoints.listLawyers,
    },
  ],
};
