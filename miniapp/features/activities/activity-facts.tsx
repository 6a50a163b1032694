import type { ReactNode } from 'react';
import { ACTIVITY_KINDS, REGISTRATION_EVENTS } from '../../../bff/contract/activities/enums.ts';
import { activityEndpoints } from '../../../bff/contract/activities/endpoints.ts';
import { readMapPoint } from '../../../bff/contract/activities/map-point.ts';
import { toYuan } from '../../../bff/contract/text.ts';
import type { ActivityPage } from '../../../bff/contract/activities/replies.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../api/client.ts';
import { KeptFiles } from '../../application/attaching/kept-files.tsx';
import { openPlace } from '../../platform/device/open-place.ts';
import { Button } from '../../ui/button.tsx';
import { Box, Link } from '../../ui/elements.tsx';
import { RichText } from '../../ui/rich-text/rich-text.tsx';
import { Facts, Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';
import { Poster } from './poster.tsx';
import { PhaseTag } from './activity-tag.tsx';
import { shownSpan, shownWeekday } from './shown-weekday.ts';
import styles from './activities.module.css';

/** 免费, or what it costs; of each group where that differs. */
function feesOf({ groups }: ActivityPage): string {
  const inWords = (feeFen: number) => (feeFen > 0 ? `${toYuan(feeFen)} 元` : '免费');
  const [first, ...others] = groups;
  if (!first) return '';
  if (others.every(({ feeFen }) => feeFen === first.feeFen)) return inWords(first.feeFen);
  return groups.map(({ name, feeFen }) => `${name} ${inWords(feeFen)}`).join('，');
}

const ADMITTED = { order: '', review: '报名后由协会审核录取', draw: '报名结束后抽签，报名先后不影响结果' } as const;

/** What an activity is: time, place, who speaks, seats, rules. */
export function ActivityFacts({ activity }: { activity: ActivityPage }) {
  const { title, phase, kind, beginsAt, endsAt, opensAt, closesAt, place, address, isOnline } = activity;
  const { organiser, speakers, contact, hoursTenths, capacity, left, groups, details, notice } = activity;
  const point = readMapPoint(activity.mapPoint);
  const optional = (label: string, value: string): [string, string][] => (value ? [[label, value]] : []);
  return (
    <>
      <Sheet title={title} beside={<PhaseTag phase={phase} />}>
        {activity.poster ? <Poster id={activity.id} title={title} poster={activity.poster} /> : null}
        {activity.cancelReason ? (
          <Box className={styles.gap}>
            <Notice tone="bad">
              {activity.isUrgent ? '活动已紧急取消，请勿前往' : '活动已取消'}：{activity.cancelReason}
            </Notice>
          </Box>
        ) : null}
        <Facts
          rows={[
            ['活动类型', ACTIVITY_KINDS[kind]],
            ...(activity.series
              ? [
                  [
                    '所属系列',
                    <Link key="series" href={pageUrl('activitySeries', { id: activity.series.id })}>
                      {activity.series.title}
                    </Link>,
                  ] satisfies [string, ReactNode],
                ]
              : []),
            ['活动时间', shownSpan(beginsAt, endsAt)],
            [isOnline ? '线上平台' : '活动地点', address ? `${place}（${address}）` : place],
            ['报名时间', `${shownWeekday(opensAt)} 至 ${shownWeekday(closesAt)}`],
            ...optional('费用', feesOf(activity)),
            ...optional('退费规则', activity.refundRule),
            ...optional('学时', hoursTenths > 0 ? String(hoursTenths / 10) : ''),
            ['名额', left > 0 ? `${capacity}，余${left}` : `${capacity}，已满`],
            ...groups
              .filter(({ name }) => name !== '')
              .map(({ name, left: free }): [string, string] => [name, free > 0 ? `余${free}` : '已满']),
            ...optional('录取方式', ADMITTED[activity.admission]),
            ['主办单位', organiser],
            ...optional('主讲人', speakers),
            ['联系方式', contact],
          ]}
        />
        {point ? (
          <Box className={styles.map}>
            <Button kind="secondary" onTap={() => void openPlace({ ...point, name: place, address })}>
              在地图中查看
            </Button>
          </Box>
        ) : null}
      </Sheet>
      <Sheet title="活动详情">
        <RichText nodes={details} />
      </Sheet>
      <KeptFiles
        files={activity.attachments}
        read={(file) => call(activityEndpoints.showActivityFile, { params: { id: String(activity.id), file } })}
      />
      {notice ? (
        <Sheet title="报名须知">
          <Box className={styles.words}>{notice}</Box>
        </Sheet>
      ) : null}
      {activity.changes.length > 0 ? (
        <Sheet title="变更记录">
          <Facts
            rows={activity.changes.map(({ at, field, before, after }) => [
              field,
              <>
                <Box>
                  {before || '（无）'} → {after || '（无）'}
                </Box>
                <Box>{shownTime(at)}</Box>
              </>,
            ])}
          />
        </Sheet>
      ) : null}
    </>
  );
}

/** What happened to the own registration. */
export function Course({ own }: { own: NonNullable<ActivityPage['own']> }) {
  return (
    <Sheet title="报名经过">
      <Facts
        rows={own.timeline.map(({ at, event, note }) => [
          REGISTRATION_EVENTS[event],
          <>
            <Box>{shownTime(at)}</Box>
            {note ? <Box>{note}</Box> : null}
          </>,
        ])}
      />
    </Sheet>
  );
}
