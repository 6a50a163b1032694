import { SolutionOutlined } from '@ant-design/icons';
import { profileEndpoints } from '../../../bff/contract/profile/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 信息审核: what lawyers say of themselves, read by section against what was approved before. */
export const profiles: Resource = {
  pages: [
    page('profiles', profileEndpoints.listProfiles, async () => (await import('./List.tsx')).ProfileList),
    page('profile', profileEndpoints.showProfile, async () => (await import('./Show.tsx')).ProfileShow),
  ],
  menu: [
    {
      group: 'members',
      to: pageUrl('profiles', { state: 'waiting' }),
      label: '信息审核',
      icon: <SolutionOutlined />,
      endpoint: profileEndpoints.listProfiles,
      waiting: ['profiles'],
    },
  ],
};
