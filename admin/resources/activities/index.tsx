import { CalendarOutlined, RollbackOutlined, StopOutlined } from '@ant-design/icons';
import { activityEndpoints } from '../../../bff/contract/activities/endpoints.ts';
import { restrictionEndpoints } from '../../../bff/contract/activity-restrictions/endpoints.ts';
import { doorEndpoints } from '../../../bff/contract/door/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { homePart } from '../../shell/home-parts.tsx';
import { page, type Resource } from '../../shell/resource.tsx';

/** 活动: what members sign up for. */
export const activities: Resource = {
  pages: [
    page('activities', activityEndpoints.listActivities, async () => (await import('./List.tsx')).ActivityList),
    page('activityNew', activityEndpoints.createActivity, async () => (await import('./New.tsx')).ActivityNew),
    page('activity', activityEndpoints.showStaffActivity, async () => (await import('./Show.tsx')).ActivityShow),
    page('activityEdit', activityEndpoints.updateActivity, async () => (await import('./Edit.tsx')).ActivityEdit),
    page('activityDoor', doorEndpoints.showDoor, async () => (await import('./DoorDesk.tsx')).DoorDesk),
    page('activityHall', doorEndpoints.showHallScreen, async () => (await import('./Hall.tsx')).Hall),
    page(
      'activityRefunds',
      activityEndpoints.listActivityRefunds,
      async () => (await import('./Refunds.tsx')).ActivityRefunds,
    ),
    page(
      'activityRestrictions',
      restrictionEndpoints.listRestrictions,
      async () => (await import('./Restrictions.tsx')).Restrictions,
    ),
  ],
  menu: [
    {
      group: 'services',
      to: pageUrl('activities'),
      label: '活动',
      icon: <CalendarOutlined />,
      endpoint: activityEndpoints.listActivities,
      waiting: ['activities', 'registrations', 'changedStatuses'],
    },
    {
      group: 'services',
      to: pageUrl('activityRestrictions'),
      label: '爽约限制',
      icon: <StopOutlined />,
      endpoint: restrictionEndpoints.listRestrictions,
    },
    {
      group: 'finance',
      to: pageUrl('activityRefunds'),
      label: '活动退款',
      icon: <RollbackOutlined />,
      endpoint: activityEndpoints.listActivityRefunds,
      waiting: ['activityRefunds'],
    },
  ],
  homeParts: [homePart(['events'], async () => (await import('./Coming.tsx')).ComingActivities)],
};
