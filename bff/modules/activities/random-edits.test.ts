import { afterEach, beforeEach, expect, test } from '@jest/globals';
import '../../models.ts';
import type { LawyerActor } from '../../actor.ts';
import { ACTIVITY_WARNINGS, type ActivityWarning } from '../../contract/activities/enums.ts';
import { DAY_MS, HOUR_MS } from '../../contract/dates.ts';
import { clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { useDatabase } from '../../test/database.ts';
import { activityInput, makeActivity } from '../../test/factories/activities/activity.ts';
import { newKey } from '../../test/factories/certificate.ts';
import { makeLawyer, memberActor, staffActor } from '../../test/factories/registry.ts';
import { isFull } from '../../test/heavy.ts';
import { Registration } from './model.ts';
import { rightsOf } from './rules.ts';
import { signUp } from './signing-up/sign-up.ts';
import { updateActivity } from './office/update-activity.ts';

useDatabase();
beforeEach(() => freezeClock('2026-12-01T09:00:00+08:00'));
afterEach(releaseClock);

const EDITS = isFull ? 10_000 : 30;
const acknowledged = Object.keys(ACTIVITY_WARNINGS) as ActivityWarning[];
const between = (from: number, to: number) => from + Math.floor(Math.random() * (to - from));

test('whatever staff save, nobody who has signed up can do less than he was promised', async () => {
  const made = await makeActivity({ leaveRefund: 50 });
  const { id } = made.activity;
  const actor = (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor;
  const input = { groupId: made.groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
  const { registrationId } = await signUp({ actor, activityId: id, input });
  const groups = made.groups.map(({ id: groupId, name, capacity, eligibility, feeFen }) => ({
    id: groupId,
    name,
    capacity,
    eligibility,
    feeFen,
  }));
  for (let edit = 0; edit < EDITS; edit++) {
    const before = await Registration.findByPk(registrationId, { rejectOnEmpty: true });
    const was = await made.activity.reload();
    const closesAt = clock.now() + between(1, 20 * DAY_MS);
    const beginsAt = closesAt + between(0, 10 * DAY_MS);
    const instants = { closesAt, beginsAt, endsAt: beginsAt + 3 * HOUR_MS };
    const hours = { cancelHours: between(0, 721), leaveHours: between(0, 721), advanceLeave: Math.random() < 0.5 };
    const leaveRefund = ([0, 50, 100] as const)[between(0, 3)]!;
    const place = Math.random() < 0.2 ? `会议室${edit}` : was.place;
    const entered = { ...activityInput(), ...instants, ...hours, leaveRefund, place, groups };
    await updateActivity({
      actor: staffActor('events'),
      id,
      input: { ...entered, version: was.version, acknowledged },
    });
    const after = await Registration.findByPk(registrationId, { rejectOnEmpty: true });
    const now = await made.activity.reload();
    expect(after.leaveRefund).toBeGreaterThanOrEqual(before.leaveRefund);
    for (const instant of [before.cancelUntil, before.leaveFrom, before.leaveUntil].flatMap((at) => [at - 1, at])) {
      const [promised, kept] = [rightsOf(was, before, instant), rightsOf(now, after, instant)];
      if ('until' in promised.cancel) expect(kept.cancel).toHaveProperty('until');
      if ('until' in promised.leave) expect('until' in kept.leave || 'until' in kept.cancel).toBe(true);
    }
  }
}, 3_600_000);
