import { Link } from 'react-router';
import { activityEndpoints } from '../../../bff/contract/activities/endpoints.ts';
import type { ActivityRow } from '../../../bff/contract/activities/replies.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { ShortList } from '../../ui/list/ShortList.tsx';
import { ActivityCard, activityColumns, activityHref } from './List.tsx';

const columns = [
  ...activityColumns.filter(({ title }) => title !== '经办人'),
  {
    title: '现场',
    key: 'door',
    render: (_: unknown, { id }: ActivityRow) => <Link to={pageUrl('activityDoor', { id })}>签到</Link>,
  },
];

/** What comes next, today's first, with the way to its door: on the home of 活动人员. */
export function ComingActivities() {
  return (
    <ShortList<ActivityRow>
      title="接下来的活动"
      all={{ to: pageUrl('activities', { scope: 'coming' }), label: '全部未结束的活动' }}
      queryKey={['activities', 'list', 'coming']}
      load={(at, signal) => call(activityEndpoints.listActivities, { query: { ...at, scope: 'coming' } }, signal)}
      columns={columns}
      card={(row) => <ActivityCard row={row} />}
      href={activityHref}
      empty="没有已发布、尚未结束的活动"
    />
  );
}
