import { CalendarOutlined } from '@ant-design/icons';
import { activityEndpoints } from '../../../bff/contract/activities/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { page, type Resource } from '../../shell/resource.tsx';

/** 活动: what members sign up for. */
export const activities: Resource = {
  pages: [
    page('activities', activityEndpoints.listActivities, async () => (await import('./List.tsx')).ActivityList),
    page('activityNew', activityEndpoints.createActivity, async () => (await import('./New.tsx')).ActivityNew),
    page('activity', activityEndpoints.showStaffActivity, async () => (await import('./Show.tsx')).ActivityShow),
    page('activityEdit', activityEndpoints.updateActivity, async () => (await import('./Edit.tsx')).ActivityEdit),
  ],
  menu: [
    {
      group: 'services',
      to: pageUrl('activities'),
      label: '活动',
      icon: <CalendarOutlined />,
      endpoint: activityEndpoints.listActivities,
    },
  ],
};
