import { toYuan } from '../../contract/text.ts';
import {
  DAY_MS,
  HOUR_MS,
  startOfShanghaiDayOf,
  toShanghaiDate,
  toShanghaiMinute,
  weekdayOf,
} from '../../contract/dates.ts';
import type {
  ActivityPhase,
  ActivityState,
  LeaveRefund,
  PresenceOutcome,
  RegistrationState,
} from '../../contract/activities/enums.ts';
import { MEETING_OPENS_MINUTES } from '../../contract/activity-meeting/limits.ts';
import type { Instants } from '../../contract/activities/windows.ts';

/** What the windows of an activity rest on. */
export interface Windows extends Instants {
  state: ActivityState;
  advanceLeave: boolean;
}

/** What was promised to one who signed up, and where he stands. */
export interface Promised {
  state: RegistrationState;
  cancelUntil: number;
  /** From when leave may be asked for; where cancelling is possible longer, that comes first. */
  leaveFrom: number;
  leaveUntil: number;
}

/** What is possible now: until when, and what is to be known before; or why not. */
export type Right = { until: number; note: string } | { reason: string };
export interface Rights {
  signUp: Right;
  cancel: Right;
  leave: Right;
}

/** Where an activity stands at `now`; half-open: at the instant itself the next phase has begun. */
export function phaseOf(activity: Pick<Windows, 'state'> & Omit<Instants, 'cancelUntil' | 'leaveUntil'>, now: number) {
  const { state, opensAt, closesAt, beginsAt, endsAt } = activity;
  if (state !== 'published') return state satisfies ActivityPhase;
  if (now >= endsAt) return 'ended' as const;
  if (now >= beginsAt) return 'running' as const;
  if (now >= closesAt) return 'closed' as const;
  return now >= opensAt ? ('open' as const) : ('announced' as const);
}

/** So long before the beginning the door opens. */
const DOOR_OPENS_MS = HOUR_MS;

/** From when it can be recorded who came, and who did not. */
export const presenceRights = ({ beginsAt }: Pick<Instants, 'beginsAt'>) => ({
  presentFrom: beginsAt - DOOR_OPENS_MS,
  absentFrom: beginsAt,
});

/** So long after the end hours are written, and who was not seen is absent. */
const HOURS_AFTER_MS = 2 * HOUR_MS;
const ABSENT_AFTER_MS = 24 * HOUR_MS;

/** From when an activity is settled: its hours, and its absences. */
export const settledFrom = ({ endsAt }: Pick<Instants, 'endsAt'>) => ({
  hours: endsAt + HOURS_AFTER_MS,
  absences: endsAt + ABSENT_AFTER_MS,
});

/** So late may one come, and so early leave, and still have all hours (activities.md, 学时). */
const GRACE_MS = HOUR_MS / 4;

/** So long before the beginning the meeting of an online activity may be entered. */
export const meetingFrom = ({ beginsAt }: Pick<Instants, 'beginsAt'>): number =>
  beginsAt - MEETING_OPENS_MINUTES * 60_000;

/** Half an hour of 学时, in tenths: a part of an online activity gives so many whole ones. */
const STEP = 5;

/**
 * Tenths of an hour that a presence gives: all of them or none where somebody was seen to arrive and leave; where minutes are
 * known, all for who missed as little as he may, otherwise the part he was there for, in whole halves of an hour.
 */
export function tenthsOf(
  activity: Pick<Instants, 'beginsAt' | 'endsAt'> & { hoursTenths: number },
  presence: {
    outcome: PresenceOutcome;
    arrivedAt: number | null;
    leftAt: number | null;
    minutes: number | null;
  } | null,
): number {
  if (presence?.outcome !== 'present' || presence.arrivedAt === null) return 0;
  if (presence.minutes !== null) return tenthsOfMinutes(activity, presence.minutes);
  const isInTime = presence.arrivedAt < activity.beginsAt + GRACE_MS;
  const stayed = presence.leftAt === null || presence.leftAt >= activity.endsAt - GRACE_MS;
  return isInTime && stayed ? activity.hoursTenths : 0;
}

function tenthsOfMinutes(
  { beginsAt, endsAt, hoursTenths }: Pick<Instants, 'beginsAt' | 'endsAt'> & { hoursTenths: number },
  minutes: number,
): number {
  const [there, whole] = [minutes * 60_000, endsAt - beginsAt];
  if (there >= whole - 2 * GRACE_MS) return hoursTenths;
  return Math.floor((hoursTenths * there) / whole / STEP) * STEP;
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** 12月1日（周二）18:00, in Asia/Shanghai wherever the server stands. */
export function inWords(instant: number): string {
  const minute = toShanghaiMinute(instant);
  const [, month = '', day = ''] = /^\d{4}-(\d{2})-(\d{2})/.exec(minute) ?? [];
  const weekday = WEEKDAYS[weekdayOf(toShanghaiDate(instant))];
  return `${Number(month)}月${Number(day)}日（周${weekday}）${minute.slice(11)}`;
}

const SHUT: Partial<Record<ActivityState, string>> = {
  cancelled: '活动已取消',
  draft: '活动尚未发布',
  pending: '活动尚未发布',
};

/** What can be done at `now` (activities.md, the table of windows); `own` is the live registration. */
export function rightsOf(activity: Windows, own: Promised | null, now: number): Rights {
  const shut = SHUT[activity.state];
  if (shut !== undefined) return { signUp: { reason: shut }, cancel: { reason: shut }, leave: { reason: shut } };
  return {
    signUp: own ? { reason: '您已报名' } : signUpRight(activity, now),
    cancel: own ? cancelRight(activity, own, now) : { reason: NOT_SIGNED_UP },
    leave: own ? leaveRight(activity, own, now) : { reason: NOT_SIGNED_UP },
  };
}
const NOT_SIGNED_UP = '您没有报名';

function signUpRight(activity: Windows, now: number): Right {
  const { state, opensAt, closesAt, cancelUntil, leaveUntil, advanceLeave } = activity;
  // Whoever signed up before keeps what was promised.
  if (state === 'hidden') return { reason: '活动已下架，请联系协会' };
  if (now < opensAt) return { reason: `报名尚未开始，${inWords(opensAt)}起可以报名` };
  if (now >= closesAt) return { reason: `报名已于${inWords(closesAt)}结束` };
  if (now < cancelUntil) return { until: closesAt, note: `${inWords(cancelUntil)}前可以取消` };
  const leave = advanceLeave ? '可以预约请假' : `${inWords(closesAt)}起可以请假`;
  const hasLeave = leaveUntil > closesAt || (advanceLeave && leaveUntil > now);
  const after = hasLeave ? `；${leave}，至${inWords(leaveUntil)}止` : '，也不能请假';
  return { until: closesAt, note: `提交后不能取消${after}` };
}

function cancelRight(activity: Windows, own: Promised, now: number): Right {
  // Waiting costs nothing: it is left until it is over.
  if (own.state === 'waiting') {
    return now < activity.beginsAt ? { until: activity.beginsAt, note: '退出候补后须重新排队' } : { reason: BEGUN };
  }
  if (own.state === 'applied') {
    return now < activity.beginsAt ? { until: activity.beginsAt, note: '尚未录取，可以撤回报名' } : { reason: BEGUN };
  }
  if (own.state === 'drawing') {
    return now < activity.beginsAt ? { until: activity.beginsAt, note: '尚未抽签，可以撤回报名' } : { reason: BEGUN };
  }
  if (own.state === 'offered' || own.state === 'invited') return { reason: '请先确认是否参加' };
  // Nothing was paid: whoever does not want the seat lets it go while the payment is waited for.
  if (own.state === 'paying') return { until: activity.beginsAt, note: '尚未支付，取消后名额立即让给他人' };
  if (now < own.cancelUntil) return { until: own.cancelUntil, note: '取消后名额立即让给他人，须重新报名' };
  const past = `取消已于${inWords(own.cancelUntil)}截止`;
  if (now >= own.leaveUntil) return { reason: past };
  if (now < own.leaveFrom) return { reason: `${past}。${inWords(own.leaveFrom)}起可以请假` };
  return { reason: now < activity.closesAt ? `${past}，可以预约请假` : `${past}，可以请假` };
}
const BEGUN = '活动已经开始';

function leaveRight(activity: Windows, own: Promised, now: number): Right {
  if (own.state === 'paying') return { reason: '尚未支付，可以直接取消报名' };
  if (own.state === 'invited') return { reason: '请先确认是否参加' };
  if (own.state === 'applied') return { reason: '尚未录取，可以直接取消报名' };
  if (own.state === 'drawing') return { reason: '尚未抽签，可以直接取消报名' };
  if (own.state !== 'registered') return { reason: '尚未占有名额，不用请假' };
  if (now < own.cancelUntil) return { reason: `${inWords(own.cancelUntil)}前可以直接取消报名，不用请假` };
  if (now >= own.leaveUntil) return { reason: `请假已于${inWords(own.leaveUntil)}截止，请致电协会，或提交工单说明` };
  if (now < own.leaveFrom) {
    return { reason: `报名结束后可以请假：${inWords(own.leaveFrom)}至${inWords(own.leaveUntil)}` };
  }
  const isEarly = now < activity.closesAt;
  const note = isEarly ? '预约请假立即生效，名额让给候补人员' : '请假立即生效，由工作人员恢复';
  return { until: own.leaveUntil, note };
}

/** What goes back of a fee, in words; '' where nothing is paid. */
export function refundRule(fee: { feeFen: number; leaveRefund: LeaveRefund; cancelUntil: number }): string {
  if (fee.feeFen === 0) return '';
  const leave = fee.leaveRefund === 0 ? '请假不退' : `请假退还${fee.leaveRefund}%`;
  return `${inWords(fee.cancelUntil)}前取消，全额退还；${leave}；缺席不退。活动取消的，全额退还`;
}

/** 200.00元 or 免费. */
export const feeInWords = (feeFen: number): string => (feeFen === 0 ? '免费' : `${toYuan(feeFen)}元`);

/** 免费, 200.00元, or the least of what is asked: 100.00元起. */
export function feesInWords(fees: readonly number[]): string {
  const least = Math.min(...fees);
  return fees.every((feeFen) => feeFen === least) ? feeInWords(least) : `${feeInWords(least)}起`;
}

/** Of two percentages the better one for who asks for leave: what was promised can only get better. */
export const betterRefund = (one: LeaveRefund, other: LeaveRefund): LeaveRefund => (one > other ? one : other);

type Promises = Pick<Promised, 'cancelUntil' | 'leaveFrom' | 'leaveUntil'>;

/** What an activity promises to whoever signs up now. */
export const promiseOf = ({ cancelUntil, leaveUntil, closesAt, advanceLeave }: Omit<Windows, 'state'>): Promises => ({
  cancelUntil,
  leaveFrom: advanceLeave ? cancelUntil : closesAt,
  leaveUntil,
});

/** A firm signs up, its lawyer decides: so long he may confirm, or step out. */
const OWN_WORD_MS = DAY_MS;

/** Until when a lawyer confirms what the firm has signed him up for; `until`: when it would be too late. */
export const confirmUntil = (now: number, until: number): number => Math.min(now + OWN_WORD_MS, until);

/** What an activity promises to whom the firm signs up now: a day to step out, though cancelling may have ended. */
export function promiseToSigned(activity: Omit<Windows, 'state'>, now: number): Promises {
  const promised = promiseOf(activity);
  const free = confirmUntil(now, promised.leaveUntil);
  return { ...promised, cancelUntil: Math.max(promised.cancelUntil, free) };
}

/** What was promised is not taken back: the better of both, in each of its parts. */
export function lengthened(promised: Promises, activity: Omit<Windows, 'state'>): Promises {
  const now = promiseOf(activity);
  return {
    cancelUntil: Math.max(promised.cancelUntil, now.cancelUntil),
    leaveFrom: Math.min(promised.leaveFrom, now.leaveFrom),
    leaveUntil: Math.max(promised.leaveUntil, now.leaveUntil),
  };
}

/** Nobody is woken by an offer: between 22:00 and 8:00 in Shanghai its clock stands. */
const DAY_BEGINS = 8 * HOUR_MS;
const DAY_ENDS = 22 * HOUR_MS;
/** Who would be told in the last minutes of the day is told in the morning (activities.md, first walk: one of 21:50 at 8:00). */
const LAST_TOLD = 21.5 * HOUR_MS;
const LONGEST_OFFER = 12 * HOUR_MS;

/**
 * When mail and WeChat may tell of an offer: at once by day, otherwise at eight; at once as well where the activity begins
 * before somebody told at eight could answer.
 */
export function offerToldFrom(now: number, beginsAt: number): number {
  const midnight = startOfShanghaiDayOf(now);
  const isDay = now >= midnight + DAY_BEGINS && now < midnight + LAST_TOLD;
  const morning = (now < midnight + DAY_BEGINS ? midnight : midnight + DAY_MS) + DAY_BEGINS;
  return isDay || morning + HOUR_MS > beginsAt ? now : morning;
}

/**
 * Until when an offered seat is held: 12 hours from when its lawyer is told, near the beginning a quarter of what is left of
 * it, at least one hour; the night does not count. Never after the beginning.
 */
export function offerUntil(now: number, beginsAt: number): number {
  let left = Math.max(HOUR_MS, Math.min(LONGEST_OFFER, (beginsAt - now) / 4));
  let at = offerToldFrom(now, beginsAt);
  for (;;) {
    const midnight = startOfShanghaiDayOf(at);
    const [begins, ends] = [midnight + DAY_BEGINS, midnight + DAY_ENDS];
    if (at < begins) at = begins;
    if (at < ends) {
      if (at + left <= ends) return Math.min(Math.floor(at + left), beginsAt);
      left -= ends - at;
    }
    at = midnight + DAY_MS;
  }
}

/** Whether seats are still offered to those who wait. */
export const offersSeats = (
  activity: { state: ActivityState; waiting: string; beginsAt: number; offersStopHours: number },
  now: number,
): boolean =>
  activity.state === 'published' &&
  activity.waiting !== 'none' &&
  now < activity.beginsAt - activity.offersStopHours * HOUR_MS;
