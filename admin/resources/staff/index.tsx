import { IdcardOutlined } from '@ant-design/icons';
import { staffEndpoints } from '../../../bff/contract/staff/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** The pages of 工作人员: who works here, with which roles, and how they get in. */
export const staff: Resource = {
  pages: [
    page('staff', staffEndpoints.listStaff, async () => (await import('./List.tsx')).StaffList),
    page('staffNew', staffEndpoints.createStaff, async () => (await import('./New.tsx')).StaffNew),
    page('staffMember', staffEndpoints.updateStaff, async () => (await import('./Show.tsx')).StaffShow),
  ],
  menu: [
    {
      group: 'system',
      to: pageUrl('staff'),
      label: '工作人员',
      icon: <IdcardOutlined />,
      endpoint: staffEndpoints.listStaff,
      waiting: ['staffChanges'],
    },
  ],
};
