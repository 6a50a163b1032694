import type { LawyerActor, StaffActor } from '../../../actor.ts';
import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import { enterOutcome } from '../../../modules/activities/draw/enter-outcome.ts';
import { freezeDraw } from '../../../modules/activities/draw/freeze-draw.ts';
import type { Activity } from '../../../modules/activities/model.ts';
import { signUp } from '../../../modules/activities/signing-up/sign-up.ts';
import { clock, freezeClock } from '../../../platform/clock/clock.ts';
import { makeActivity } from './activity.ts';
import { newKey } from '../certificate.ts';
import { staffActor } from '../registry.ts';

export const OUTCOME = '03 07 12 18 25 31 + 09';
/** Two persons enter what came of the public draw. */
const person = (accountId: number, name: string): StaffActor => ({ ...staffActor('events'), accountId, name });
export const first = person(9_001, '甲');
export const second = person(9_002, '乙');

export type Made = Awaited<ReturnType<typeof makeActivity>>;

/** A published 抽签: sign-up ends after a week, the public draw is a day later, the activity three days after it. */
export const toDraw = (more: Parameters<typeof makeActivity>[0] = {}): Promise<Made> =>
  makeActivity({
    admission: 'draw',
    drawSource: '双色球第2026141期开奖号码',
    drawAt: clock.now() + 8 * DAY_MS,
    beginsAt: clock.now() + 11 * DAY_MS,
    endsAt: clock.now() + 11 * DAY_MS + 3 * HOUR_MS,
    capacity: 2,
    ...more,
  });

/** Signs a lawyer up for one of its groups; answers the registration. */
export async function enlist({ activity, groups }: Made, actor: LawyerActor, group = 0): Promise<number> {
  const input = { groupId: groups[group]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
  return (await signUp({ actor, activityId: activity.id, input })).registrationId;
}

export const enter = ({ id: activityId }: Activity, actor: StaffActor, outcome = OUTCOME): Promise<void> =>
  enterOutcome({ actor, activityId, input: { outcome } });

/** Frozen, and both persons have entered what came of the public draw; the clock stands there. */
export async function hold({ activity }: Made): Promise<void> {
  freezeClock(activity.closesAt);
  await freezeDraw({ activityId: activity.id });
  freezeClock(activity.drawAt!);
  await enter(activity, first);
  await enter(activity, second);
}
