import type { AbsenceWorth } from '../../../contract/activity-restrictions/enums.ts';
import { HOUR_MS } from '../../../contract/dates.ts';

/** What the office has set: so many absences in so many months restrict for so many days; a limit of 0 restricts nobody. */
export interface AbsenceRule {
  limit: number;
  months: number;
  days: number;
}

/** An activity that is full so soon after its opening is popular (activities.md, Absence). */
const POPULAR_WITHIN_HOURS = 24;

/** From when a restricted lawyer may have a seat: those of a popular activity are gone by then. */
export const servedFrom = ({ opensAt }: { opensAt: number }): number => opensAt + POPULAR_WITHIN_HOURS * HOUR_MS;

/** An absence, with what speaks against counting it. */
export interface Absence {
  registrationId: number;
  isExcused: boolean;
  isOnline: boolean;
  /** Time or place was changed after signing up. */
  isMoved: boolean;
}

/** What an absence is worth; `used`: registrations that led to a restriction before. */
export function worthOf(absence: Absence, used: ReadonlySet<number>): AbsenceWorth {
  if (absence.isExcused) return 'excused';
  if (absence.isOnline) return 'online';
  if (absence.isMoved) return 'moved';
  return used.has(absence.registrationId) ? 'used' : 'counts';
}

/** The rule in words. */
export function ruleInWords({ limit, months, days }: AbsenceRule): string {
  if (limit === 0) return '目前不因爽约限制报名。';
  return (
    `${months}个月内爽约（有名额，没有到场，也没有请假）${limit}次的，${days}天内报名先到先得的活动时，` +
    `报名开始${POPULAR_WITHIN_HOURS}小时内只能加入候补，此后仍有名额的再递补。` +
    '报名后改期、改地点的活动，线上活动，已免除的，不计入；每次缺席只计一次。'
  );
}

/** What a restriction means, in words; the rule may have been another one when it began. */
export const meaning = `报名先到先得的活动时，报名开始${POPULAR_WITHIN_HOURS}小时内只能加入候补，此后仍有名额的按顺序递补；已有的报名不受影响`;
