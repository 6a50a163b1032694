import {
  REMINDER_STEPS,
  type CampaignKind,
  type CampaignProgress,
  type ReminderStep,
} from '../../contract/campaigns/enums.ts';
import { addDays, toShanghaiDate } from '../../contract/dates.ts';
import type { ProfileState } from '../../contract/profile/enums.ts';

/** How far somebody is, and since when done. */
export interface Progress {
  state: CampaignProgress;
  doneAt: number | null;
}

/**
 * How far a lawyer is with a campaign, of how far the profile is. 信息补全 is done with the approval. 年度核对 is done when
 * the member says that all is as it was, or when all of it is approved anew after the beginning; before that an approved
 * profile has just not been looked at.
 */
export function progressIn(
  campaign: { kind: CampaignKind; openedAt: number | null },
  before: Progress,
  profile: { state: ProfileState; decidedAt: number | null },
): Progress {
  if (before.state === 'excused') return before;
  if (profile.state !== 'approved') return { state: profile.state, doneAt: null };
  if (before.doneAt !== null) return { state: 'approved', doneAt: before.doneAt };
  const { decidedAt } = profile;
  if (campaign.kind === 'completion') return { state: 'approved', doneAt: decidedAt };
  const isAnew = decidedAt !== null && campaign.openedAt !== null && decidedAt >= campaign.openedAt;
  return isAnew ? { state: 'approved', doneAt: decidedAt } : { state: 'untouched', doneAt: null };
}

/** Done after the deadline: the own one, where there is one. */
export const isLate = (doneAt: number | null, campaign: { dueOn: string }, member: { dueOn: string | null }): boolean =>
  doneAt !== null && toShanghaiDate(doneAt) > (member.dueOn ?? campaign.dueOn);

/**
 * The reminder that is sent on a working day; null: none. What falls on a day without office hours comes on the working day
 * before; that the deadline is over is said on the first working day after it. Of several the one nearest to the deadline.
 */
export function stepOn(
  dueOn: string,
  day: { today: string; nextWorkingDay: string; lastWorkingDay: string },
): ReminderStep | null {
  const steps = Object.entries(REMINDER_STEPS) as [ReminderStep, number][];
  const found = steps.filter(([step, daysBefore]) => {
    const on = addDays(dueOn, -daysBefore);
    return step === 'late' ? on > day.lastWorkingDay && on <= day.today : on >= day.today && on < day.nextWorkingDay;
  });
  return found.at(-1)?.[0] ?? null;
}
