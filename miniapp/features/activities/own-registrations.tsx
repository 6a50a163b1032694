import { useDidShow } from '@tarojs/taro';
import { pageUrl } from '../../addresses.ts';
import { Box } from '../../ui/elements.tsx';
import { Row } from '../../ui/lists/row.tsx';
import { Empty, Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { CalendarFeed } from './calendar-feed.tsx';
import { RegistrationTag } from './activity-tag.tsx';
import { shownSpan, shownWeekday } from './shown-weekday.ts';
import { useOwnRegistrations } from './use-activities.ts';

/** 我已报名活动: what comes next first. */
export function OwnRegistrations() {
  const { data, isError, error, refetch } = useOwnRegistrations();
  useDidShow(() => void refetch());
  if (isError && !data) return <Failure fault={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  if (data.items.length === 0) return <Empty>您还没有报名活动。</Empty>;
  return (
    <Box>
      {data.items.map((one) => (
        <Row
          key={one.registrationId}
          href={pageUrl('activity', { id: one.activityId })}
          title={one.title}
          detail={
            <>
              <Box>{shownSpan(one.beginsAt, one.endsAt)}</Box>
              <Box>{one.place}</Box>
              {one.position === null ? null : <Box>候补第{one.position}位</Box>}
              {one.offerUntil === null ? null : <Box>请于 {shownWeekday(one.offerUntil)} 前确认是否参加</Box>}
              {one.payUntil === null ? null : <Box>请于 {shownWeekday(one.payUntil)} 前支付报名费</Box>}
            </>
          }
          value={<RegistrationTag state={one.state} />}
        />
      ))}
      <CalendarFeed />
    </Box>
  );
}
