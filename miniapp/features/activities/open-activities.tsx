import { useDidShow } from '@tarojs/taro';
import { ACTIVITY_KINDS } from '../../../bff/contract/activities/enums.ts';
import type { OpenActivity } from '../../../bff/contract/activities/replies.ts';
import { SERIES_WAYS } from '../../../bff/contract/activity-series/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { Box } from '../../ui/elements.tsx';
import { Row } from '../../ui/lists/row.tsx';
import { Empty, Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { isFull, openLines, type SeriesLine } from './series/open-lines.ts';
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
      {openLines(data.items).map((line) =>
        'sessions' in line ? (
          <Row
            key={`series-${line.series.id}`}
            href={pageUrl('activitySeries', { id: line.series.id })}
            title={line.series.title}
            detail={<SeriesDetails line={line} />}
            value={isFull(line) ? '已满' : `${line.sessions.length}场`}
          />
        ) : (
          <Row
            key={line.id}
            href={pageUrl('activity', { id: line.id })}
            title={line.title}
            detail={<OpenDetails activity={line} />}
            value={line.left > 0 ? `余${line.left}` : '已满'}
          />
        ),
      )}
    </Box>
  );
}

/** What a line says of a series: how many of its sessions are open for this lawyer, and the first of them. */
function SeriesDetails({ line: { series, sessions } }: { line: SeriesLine }) {
  const [first] = sessions;
  const closes = sessions.reduce((earliest, one) => (one.closesAt < earliest.closesAt ? one : earliest));
  return (
    <>
      <Box>
        系列　{SERIES_WAYS[series.way]}　{sessions.length}场可以报名
      </Box>
      <Box>首场 {shownSpan(first.beginsAt, first.endsAt)}</Box>
      <Box>{first.place}</Box>
      <Box>最早报名截止 {shownWeekday(closes.closesAt)}</Box>
    </>
  );
}

/** What a line says of an activity that may be signed up for. */
export function OpenDetails({ activity }: { activity: Omit<OpenActivity, 'series'> }) {
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
