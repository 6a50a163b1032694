import { BarChartOutlined, DiffOutlined, SolutionOutlined } from '@ant-design/icons';
import { profileChangeEndpoints } from '../../../bff/contract/profile-changes/endpoints.ts';
import { profileEndpoints } from '../../../bff/contract/profile/endpoints.ts';
import { progressEndpoints } from '../../../bff/contract/profile-progress/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { homePart } from '../../shell/home-parts.tsx';
import { page, type Resource } from '../../shell/resource.tsx';

/** 信息审核 and 信息变更: what lawyers say of themselves, read by section against what was approved before. */
export const profiles: Resource = {
  pages: [
    page('profiles', profileEndpoints.listProfiles, async () => (await import('./List.tsx')).ProfileList),
    page(
      'profileProgress',
      progressEndpoints.listFirmProgress,
      async () => (await import('./Progress.tsx')).ProfileProgress,
    ),
    page('profile', profileEndpoints.showProfile, async () => (await import('./Show.tsx')).ProfileShow),
    page(
      'profileChanges',
      profileChangeEndpoints.listProfileChanges,
      async () => (await import('./changes/List.tsx')).ChangeList,
    ),
    page(
      'profileChange',
      profileChangeEndpoints.showProfileChange,
      async () => (await import('./changes/Show.tsx')).ChangeShow,
    ),
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
    {
      group: 'members',
      to: pageUrl('profileChanges', { state: 'waiting' }),
      label: '信息变更',
      icon: <DiffOutlined />,
      endpoint: profileChangeEndpoints.listProfileChanges,
      waiting: ['profileChanges'],
    },
    {
      group: 'members',
      to: pageUrl('profileProgress'),
      label: '信息补全统计',
      icon: <BarChartOutlined />,
      endpoint: progressEndpoints.listFirmProgress,
    },
  ],
  homeParts: [
    homePart(['registrar'], async () => (await import('./Oldest.tsx')).OldestProfiles),
    homePart(['registrar'], async () => (await import('./changes/Oldest.tsx')).OldestChanges),
  ],
};
