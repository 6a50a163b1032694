import { Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import {
  ACTIVITY_KINDS,
  ACTIVITY_VISIBILITIES,
  ADMISSIONS,
  REGISTRATION_STATES,
  WAITING_WAYS,
  type RegistrationState,
} from '../../../bff/contract/activities/enums.ts';
import { activityEndpoints } from '../../../bff/contract/activities/endpoints.ts';
import type { StaffActivity } from '../../../bff/contract/activities/replies.ts';
import { toShanghaiDate } from '../../../bff/contract/dates.ts';
import { describe } from '../../../bff/contract/eligibility/describe.ts';
import { pageUrl } from '../../addresses.ts';
import { addressOf } from '../../providers/call.ts';
import { formatInstant } from '../../ui/dates.ts';
import { formatYuan } from '../../ui/form/money.ts';
import { FactList, type Fact } from '../../ui/FactList.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { AttachmentList } from '../../ui/files/AttachmentList.tsx';
import { FileLink } from '../../ui/FileLink.tsx';
import { Page } from '../../ui/Page.tsx';
import { RichText } from '../../ui/rich-text/RichText.tsx';
import { ActivityActs } from './Acts.tsx';
import { PhaseTag } from './ActivityTag.tsx';
import { Draw } from './Draw.tsx';
import { Instants } from './Instants.tsx';
import { MeetingList } from './meeting/MeetingList.tsx';
import { Questions } from './meeting/Questions.tsx';
import { Messages } from './roster/Messages.tsx';
import { Roster } from './roster/Roster.tsx';
import { useActivity } from './use-activities.ts';

/** One activity: what it is, its instants, what can be done, and who signed up. */
export function ActivityShow() {
  const { id = '' } = useParams();
  const { data, isError, error, refetch } = useActivity(id);
  if (!data && isError) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="page" paragraph={{ rows: 10 }} />;
  return (
    <Page
      title={
        <>
          {data.title} <PhaseTag phase={data.phase} />
        </>
      }
      name={data.title}
      back={{ to: pageUrl('activities'), label: '活动' }}
      {...(data.publishedAt && { actions: <Link to={statisticsOf(data)}>统计</Link> })}
    >
      <ActivityActs key={data.version} activity={data} />
      <section className="sheet padded">
        <h2>时间</h2>
        <Instants activity={data} />
      </section>
      <section className="sheet padded">
        <h2>活动信息</h2>
        <FactList facts={factsOf(data)} />
      </section>
      <section className="sheet padded">
        <h2>活动详情</h2>
        <RichText nodes={data.details} />
        <AttachmentList
          files={data.attachments}
          addressOf={(file) =>
            addressOf(activityEndpoints.showStaffActivityFile, { params: { id: String(data.id), file } })
          }
        />
      </section>
      {data.changes.length > 0 && (
        <section className="sheet padded">
          <h2>变更记录（会员可见，不显示经办人）</h2>
          <FactList
            facts={data.changes.map(({ at, by, field, before, after }): Fact => [
              field,
              `${before || '（无）'} → ${after || '（无）'}（${by}，${formatInstant(at)}）`,
            ])}
          />
        </section>
      )}
      {data.draw && <Draw activity={data} draw={data.draw} />}
      {data.publishedAt && <Messages activity={data} />}
      {data.publishedAt && data.isOnline && <Questions id={String(data.id)} />}
      {data.publishedAt && data.isOnline && <MeetingList activity={data} />}
      {data.publishedAt && <Roster activity={data} />}
    </Page>
  );
}

/** The numbers of this activity alone. */
function statisticsOf({ id, beginsAt }: StaffActivity): string {
  const day = toShanghaiDate(Date.parse(beginsAt));
  return pageUrl('activityStatistics', { from: day, to: day, activity: id });
}

const REFUNDS = {
  waiting: '超过退款复核限额，由财务在 活动退款 页复核后退回',
  released: '全额原路退回，进度见财务的 活动退款 页',
} as const;

const multiline = (key: string, words: string) => (
  <span key={key} className="multiline">
    {words || '—'}
  </span>
);

function factsOf(activity: StaffActivity): Fact[] {
  const { groups, counts, taken, capacity, eligibility, form, retired, leaveRefund } = activity;
  const counted = (Object.keys(counts) as RegistrationState[]).map(
    (state) => `${REGISTRATION_STATES[state]} ${counts[state]}`,
  );
  return [
    ['活动类型', ACTIVITY_KINDS[activity.kind]],
    ...(activity.series
      ? [
          [
            '所属系列',
            <Link key="series" to={pageUrl('series', { id: activity.series.id })}>
              {activity.series.title}
            </Link>,
          ] satisfies Fact,
        ]
      : []),
    [activity.isOnline ? '线上平台' : '活动地点', [activity.place, activity.address].filter(Boolean).join('，')],
    ...(activity.meetingUrl ? [['会议链接', activity.meetingUrl] satisfies Fact] : []),
    ...(activity.mapPoint ? [['地图坐标', activity.mapPoint] satisfies Fact] : []),
    ['主办单位', activity.organiser],
    ['主讲人', activity.speakers || '—'],
    ['联系方式', activity.contact],
    ['学时', activity.hoursTenths > 0 ? String(activity.hoursTenths / 10) : '不计'],
    ['名额', `${taken} / ${capacity}${taken > capacity ? '，超额' : ''}`],
    ...(activity.perFirmMax > 0 ? [['每所名额', `最多${activity.perFirmMax}人`] satisfies Fact] : []),
    ...(groups.length > 1
      ? [
          [
            '分组',
            groups
              .map((group) => {
                const who = group.eligibility ? `，${describe(group.eligibility)}` : '';
                return `${group.name} ${group.taken} / ${group.capacity}${who}`;
              })
              .join('；'),
          ] satisfies Fact,
        ]
      : []),
    ['报名情况', counted.join('，') || '还没有人报名'],
    ['费用', groups.map(({ name, feeFen }) => `${name} ${feeFen > 0 ? formatYuan(feeFen) : '免费'}`.trim()).join('；')],
    ...(groups.some(({ feeFen }) => feeFen > 0)
      ? [['请假退费', leaveRefund === 0 ? '不退' : `退还${leaveRefund}%`] satisfies Fact]
      : []),
    ['报名条件', eligibility ? describe(eligibility) : '不限'],
    ['可见范围', ACTIVITY_VISIBILITIES[activity.visibility]],
    ['录取方式', ADMISSIONS[activity.admission]],
    ['候补', WAITING_WAYS[activity.waiting]],
    ['报名表', form.map(({ label }) => label).join('、') || '没有另外的项目'],
    ...(retired.length > 0
      ? [['已停用的报名表项目', `${retired.map(({ label }) => label).join('、')}（此前的回答保留）`] satisfies Fact]
      : []),
    ...(activity.poster
      ? [
          [
            '海报',
            <FileLink
              key="poster"
              file={activity.poster}
              address={addressOf(activityEndpoints.showStaffPoster, {
                params: { id: String(activity.id), file: activity.poster.id },
              })}
            />,
          ] satisfies Fact,
        ]
      : []),
    ['报名须知', multiline('notice', activity.notice)],
    ['经办人', activity.createdBy],
    ...(activity.copiedFrom === null
      ? []
      : [
          [
            '复制自',
            <Link key="copied" to={pageUrl('activity', { id: activity.copiedFrom })}>
              原活动
            </Link>,
          ] satisfies Fact,
        ]),
    ['发布', activity.publishedAt ? `${activity.publishedBy}，${formatInstant(activity.publishedAt)}` : '未发布'],
    ...(activity.cancelReason
      ? [[activity.isUrgent ? '紧急取消原因' : '取消原因', activity.cancelReason] satisfies Fact]
      : []),
    ...(activity.refundState ? [['退款', REFUNDS[activity.refundState]] satisfies Fact] : []),
  ];
}
