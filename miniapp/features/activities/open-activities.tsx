import { useDidShow } from '@tarojs/taro';
import { ACTIVITY_KINDS } from '../../../bff/contract/activities/enums.ts';
import type { OpenActivity } from '../../../bff/contract/activities/replies.ts';
import { pageUrl } from '../../addresses.ts';
import { Box } from '../../ui/elements.tsx';
import { Row } from '../../ui/lists/row.tsx';
import { Empty, Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { shownSpan, shownWeekday } from './shown-weekday.ts';
import { useOpenActivities } from './use-activities.ts';

/** 正在报名活动: open, and for this lawyer. */
export function OpenActivities() {
  const { data, isError, error, refetch } = useOpenActivities();
  useDidShow(() => void refetch());
  if (isError && !data) return <Failure fault={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  if (data.items.length === 0) return <Empty>目前没有您可以报名的活动。</Empty>;
  return (
    <Box>
      {data.items.map((activity) => (
        <Row
          key={activity.id}
          href={pageUrl('activity', { id: activity.id })}
          title={activity.title}
          detail={<OpenDetails activity={activity} />}
          value={activity.left > 0 ? `余${activity.left}` : '已满'}
        />
      ))}
    </Box>
  );
}

/** What a line says of an activity that may be signed up for. */
export function OpenDetails({ activity }: { activity: OpenActivity }) {
  const { kind, beginsAt, endsAt, place, closesAt, hoursTenths, fee } = activity;
  return (
    <>
      <Box>
        {ACTIVITY_KINDS[kind]}
        {hoursTenths > 0 ? `　${hoursTenths / 10}学时` : ''}　{fee}
      </Box>
      <Box>{shownSpan(beginsAt, endsAt)}</Box>
      <Box>{place}</Box>
      <Box>报名截止 {shownWeekday(closesAt)}</Box>
    </>
  );
}
