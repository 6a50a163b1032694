import { useState, type ReactNode } from 'react';
import { calendarEndpoints } from '../../../bff/contract/calendar/endpoints.ts';
import { LIVE_STATES, PRESENCE_OUTCOMES } from '../../../bff/contract/activities/enums.ts';
import type { ActivityPage, RightReply } from '../../../bff/contract/activities/replies.ts';
import { pageUrl } from '../../addresses.ts';
import { addressOf } from '../../api/client.ts';
import { AskDesk } from '../../application/ask-desk.tsx';
import { useSending } from '../../application/use-sending.ts';
import { useOffice } from '../../office/use-office.ts';
import { addToCalendar } from '../../platform/device/add-to-calendar.ts';
import { goTo } from '../../platform/page/navigate.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { askToTell } from '../../platform/wechat/subscribe.ts';
import { ActionBar } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Box, Link } from '../../ui/elements.tsx';
import { Confirm } from '../../ui/sheets/modal.tsx';
import { Facts, Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { ActivityFacts, Course } from './activity-facts.tsx';
import { DrawSheet } from './draw-sheet.tsx';
import { RegistrationTag } from './activity-tag.tsx';
import { MeetingEntry } from './meeting-entry.tsx';
import { OwnQuestions } from './questions/own-questions.tsx';
import { shownWeekday } from './shown-weekday.ts';
import { acceptOffer, cancelRegistration, declineOffer } from './use-activities.ts';

/** What is possible now and until when, in the words of the server. */
function inWords(right: RightReply): string {
  if (right.until === null) return right.reason;
  return `${shownWeekday(right.until)} 前${right.note ? `。${right.note}` : ''}`;
}

const isLive = (own: ActivityPage['own']): boolean =>
  own !== null && (LIVE_STATES as readonly string[]).includes(own.state);

/** An activity: what it is, where the member stands, what is paid for it, and what can be done now. */
export function ActivityDetail({
  activity,
  isFirm,
  payment,
}: {
  activity: ActivityPage;
  isFirm: boolean;
  payment: ReactNode;
}) {
  const { own, can, unmet, clashes } = activity;
  const hasLive = isLive(own);
  return (
    <>
      <ActivityFacts activity={activity} />
      {activity.draw ? <DrawSheet draw={activity.draw} /> : null}
      {activity.isOnline && own?.state === 'registered' && activity.phase === 'running' ? (
        <OwnQuestions registrationId={own.id} />
      ) : null}
      {own ? <OwnRegistration own={own} /> : null}
      {payment}
      {!hasLive && unmet.length > 0 ? (
        <Notice tone="warn">
          {unmet.map((sentence) => (
            <Box key={sentence}>{sentence}</Box>
          ))}
        </Notice>
      ) : null}
      {!hasLive && activity.restriction ? (
        <Notice tone="warn">
          您因爽约受限至 {shownWeekday(activity.restriction.until)}，{shownWeekday(activity.restriction.servedFrom)}
          前只能加入候补。
          <Link href={pageUrl('activityLimits')}>查看原因、申诉</Link>
        </Notice>
      ) : null}
      {clashes.length > 0 ? <Notice tone="warn">与您已报名的活动时间重叠：{clashes.join('、')}</Notice> : null}
      <Sheet title="现在可以">
        <Facts
          rows={[
            ...(hasLive ? [] : [['报名', inWords(can.signUp)] satisfies [string, string]]),
            ...(hasLive ? [['取消', inWords(can.cancel)] satisfies [string, string]] : []),
            ...(hasLive ? [['请假', inWords(can.leave)] satisfies [string, string]] : []),
          ]}
        />
      </Sheet>
      {own && own.missing.length > 0 && own.answersUntil !== null ? (
        <Notice tone="warn">
          报名表新增必填项：{own.missing.join('、')}，请在 {shownWeekday(own.answersUntil)} 前补充。
        </Notice>
      ) : null}
      {own ? <Course own={own} /> : null}
      {own ? (
        <AskDesk
          words={own.state === 'leave' ? '要取消请假的' : '报名、学时有疑问的'}
          category="activity"
          title={`${own.state === 'leave' ? '取消请假：' : ''}${activity.title}`}
          tied={{ kind: 'activity', key: activity.id }}
        />
      ) : null}
      {isFirm && activity.phase === 'open' ? (
        <ActionBar>
          <Button onTap={() => goTo(pageUrl('firmSignUp', { id: activity.id }))}>为本所律师报名</Button>
        </ActionBar>
      ) : null}
      {isFirm ? null : <Acts activity={activity} />}
    </>
  );
}

function OwnRegistration({ own }: { own: NonNullable<ActivityPage['own']> }) {
  const { state, group, position, offerUntil, payUntil, reason, refundRule, presence } = own;
  const rows: [string, string][] = [
    ...(group ? [['分组', group] satisfies [string, string]] : []),
    ...(position === null ? [] : [['候补', `第${position}位`] satisfies [string, string]]),
    ...(offerUntil === null
      ? []
      : [
          [
            '请确认',
            `${shownWeekday(offerUntil)} 前，逾期${state === 'invited' ? '报名失效' : '名额让给下一位'}`,
          ] satisfies [string, string],
        ]),
    ...(payUntil === null ? [] : [['请支付', `${shownWeekday(payUntil)} 前，逾期名额释放`] satisfies [string, string]]),
    ...(refundRule ? [['退费（当时承诺）', refundRule] satisfies [string, string]] : []),
    ...(reason ? [['说明', reason] satisfies [string, string]] : []),
    ...(own.meetingFrom ? [['会议', `${shownWeekday(own.meetingFrom)} 起可以进入`] satisfies [string, string]] : []),
    ['报名时间', shownWeekday(own.signedAt)],
    ...(presence
      ? [
          [
            '到场',
            presence.excuseReason
              ? `${PRESENCE_OUTCOMES[presence.outcome]}（已免除：${presence.excuseReason}）`
              : presence.minutes !== null
                ? `线上${presence.minutes}分钟`
                : presence.arrivedAt
                  ? `${PRESENCE_OUTCOMES[presence.outcome]}，${shownWeekday(presence.arrivedAt)}`
                  : PRESENCE_OUTCOMES[presence.outcome],
          ] satisfies [string, string],
        ]
      : []),
  ];
  return (
    <Sheet title="我的报名" beside={<RegistrationTag state={state} />}>
      <Facts rows={rows} />
    </Sheet>
  );
}

const calendarEntry = ({ id, title, place, address, beginsAt, endsAt }: ActivityPage) => ({
  title,
  place: address ? `${place}（${address}）` : place,
  beginsAt,
  endsAt,
  file: addressOf(calendarEndpoints.downloadActivityCalendar, { params: { id: String(id) } }),
});

/** 我要报名, 取消报名, 请假, and the answer to an offer. */
function Acts({ activity }: { activity: ActivityPage }) {
  const { id, own, can, left, waiting, phase, isOnline } = activity;
  const [asking, setAsking] = useState<'cancel' | 'decline' | null>(null);
  const office = useOffice();
  const { fault, isBusy, clear, send } = useSending([]);
  const act = (work: () => Promise<unknown>, done: string) =>
    send(async () => {
      await work();
      setAsking(null);
      showToast(done);
    });
  const ask = (what: 'cancel' | 'decline') => {
    clear();
    setAsking(what);
  };
  const isWaiting = own?.state === 'waiting';
  const isAsked = own?.state === 'offered' || own?.state === 'invited';
  const isFull = left === 0 || activity.restriction !== null;
  const isReviewed = activity.admission !== 'order';
  const isToCome = phase !== 'running' && phase !== 'ended' && phase !== 'cancelled';
  const mayJoin = !isLive(own) && own?.state !== 'leave';
  const isOfWhole = activity.series?.way === 'whole' && phase === 'open' && mayJoin;
  const seriesId = isOfWhole && activity.series ? activity.series.id : null;
  const buttons = [
    seriesId !== null ? (
      <Button key="series" onTap={() => goTo(pageUrl('activitySeries', { id: seriesId }))}>
        整期报名
      </Button>
    ) : null,
    can.signUp.until !== null && (!isFull || waiting !== 'none' || isReviewed) ? (
      <Button key="sign-up" onTap={() => goTo(pageUrl('activitySignUp', { id }))}>
        {isFull && !isReviewed ? '加入候补' : '我要报名'}
      </Button>
    ) : null,
    isAsked && own.asksAnswers ? (
      <Button key="answer" onTap={() => goTo(pageUrl('activitySignUp', { id }))}>
        填写报名表并确认
      </Button>
    ) : null,
    isAsked && !own.asksAnswers ? (
      <Button
        key="accept"
        onTap={() => {
          // One consent is one message: whoever accepts is asked for the next.
          askToTell(office.data?.activityTemplates ?? []);
          void act(() => acceptOffer(own.id), '已确认参加');
        }}
        busyLabel={isBusy && '正在确认…'}
      >
        确认参加
      </Button>
    ) : null,
    isAsked ? (
      <Button key="decline" kind="secondary" onTap={() => ask('decline')}>
        不参加
      </Button>
    ) : null,
    own?.state === 'registered' && !isOnline && phase !== 'ended' && phase !== 'cancelled' ? (
      <Button key="code" kind="secondary" onTap={() => goTo(pageUrl('activityCode', { id: own.id }))}>
        签到码
      </Button>
    ) : null,
    own?.meetingFrom && phase !== 'ended' && phase !== 'cancelled' ? (
      <MeetingEntry key="meeting" registrationId={own.id} />
    ) : null,
    own?.state === 'registered' && isToCome ? (
      <Button key="calendar" kind="secondary" onTap={() => void addToCalendar(calendarEntry(activity))}>
        加入日历
      </Button>
    ) : null,
    own && can.leave.until !== null ? (
      <Button key="leave" onTap={() => goTo(pageUrl('activityLeave', { id }))}>
        请假
      </Button>
    ) : null,
    own && own.answersUntil !== null ? (
      <Button key="answers" kind="secondary" onTap={() => goTo(pageUrl('activitySignUp', { id }))}>
        {own.missing.length > 0 ? '补充报名表' : '修改报名表'}
      </Button>
    ) : null,
    own && can.cancel.until !== null ? (
      <Button key="cancel" kind="secondary" onTap={() => ask('cancel')}>
        {isWaiting ? '退出候补' : '取消报名'}
      </Button>
    ) : null,
  ].filter(Boolean);
  if (buttons.length === 0) return null;
  const isDeclining = asking === 'decline';
  const title = isDeclining ? '不参加' : isWaiting ? '退出候补' : '取消报名';
  const onAct = () =>
    own &&
    void act(
      () => (isDeclining ? declineOffer(own.id) : cancelRegistration(own.id)),
      isDeclining ? '已婉拒' : '已取消',
    );
  return (
    <>
      {fault && asking === null ? <Notice tone="bad">{fault}</Notice> : null}
      <ActionBar>{buttons}</ActionBar>
      <Confirm
        isOpen={asking !== null}
        onClose={() => setAsking(null)}
        title={title}
        question={
          isDeclining
            ? own?.state === 'invited'
              ? '本所代为的报名将失效；如需参加，可以自行报名。'
              : '名额将让给下一位候补人员，不能恢复。'
            : own?.state === 'applied' || own?.state === 'drawing'
              ? '撤回后如需参加，须在报名结束前重新报名。'
              : isWaiting
                ? '退出后如再加入，排在最后。'
                : `名额将立即让给他人；如需参加，须重新报名。${own?.state === 'registered' && own.feeFen > 0 ? '报名费全额原路退还。' : ''}`
        }
        act={title}
        onAct={onAct}
        busyLabel={isBusy && '正在提交…'}
        error={fault}
      />
    </>
  );
}
