import { beforeEach, expect, test } from '@jest/globals';
import '../../../app.ts';
import type { LawyerActor } from '../../../actor.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { jobRows } from '../../../test/jobs.ts';
import { AuditEntry } from '../../audit/model.ts';
import { Activity, ActivityGroup, Registration } from '../model.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { checkSeats, scheduleSeatCheck } from './check-seats.ts';

useDatabase();

let made: Awaited<ReturnType<typeof makeActivity>>;
beforeEach(async () => {
  made = await makeActivity({ capacity: 1 });
  for (let n = 0; n < 2; n++) {
    const actor = (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor;
    const input = { groupId: made.groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
    await signUp({ actor, activityId: made.activity.id, input });
  }
});

const counted = async () => {
  const { taken } = await Activity.findByPk(made.activity.id, { rejectOnEmpty: true });
  const group = await ActivityGroup.findByPk(made.groups[0]!.id, { rejectOnEmpty: true });
  return [taken, group.taken];
};
const states = async () =>
  (await Registration.findAll({ where: { activityId: made.activity.id }, order: ['id'] })).map(({ state }) => state);
const lines = async () =>
  (await AuditEntry.findAll({ where: { action: 'activity.seats-repaired', targetId: made.activity.id } })).map(
    ({ detail }) => detail,
  );

test('counters that say what the registrations say are left as they are', async () => {
  expect(await checkSeats()).toBe(0);
  expect(await lines()).toEqual([]);
});

test('a seat that is counted and not taken is found, written down, and goes to who waits', async () => {
  // As somebody would who writes past the acts.
  const [first] = await Registration.findAll({ where: { activityId: made.activity.id }, order: ['id'] });
  await first!.update({ state: 'removed', liveKey: null });
  expect(await checkSeats()).toBe(1);
  expect(await lines()).toEqual(['总名额已占1→0；分组已占1→0']);
  expect(await states()).toEqual(['removed', 'offered']);
  expect(await counted()).toEqual([1, 1]);
  expect(await checkSeats()).toBe(0);
});

test('one that is taken and not counted is counted: nobody is removed, nobody else comes in', async () => {
  await ActivityGroup.update({ taken: 0 }, { where: { id: made.groups[0]!.id } });
  expect(await checkSeats()).toBe(1);
  expect(await lines()).toEqual(['分组已占0→1']);
  expect(await states()).toEqual(['registered', 'waiting']);
  expect(await counted()).toEqual([1, 1]);
});

test('what is long over is not looked at; the next look is asked for once', async () => {
  await made.activity.update({ taken: 7, endsAt: clock.now() - DAY_MS });
  expect(await checkSeats()).toBe(0);
  await Promise.all([scheduleSeatCheck(), scheduleSeatCheck()]);
  expect((await jobRows()).filter(({ name }) => name === 'check-activity-seats')).toHaveLength(1);
});
