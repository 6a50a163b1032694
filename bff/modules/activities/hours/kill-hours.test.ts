import { expect, test } from '@jest/globals';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { isFull } from '../../../test/heavy.ts';
import { runDriver } from '../../../test/trouble/run-driver.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { ActivityHours } from '../../registry/records/record-model.ts';
import { Registration } from '../model.ts';
import { Presence } from '../presence/model.ts';
import { writePresence } from '../presence/write-presence.ts';
import { signUp } from '../signing-up/sign-up.ts';

useDatabase();

/** Places at which it dies, when not every one is tried. */
const PLACES = 4;
const step = (statements: number) => Math.floor(statements / PLACES);

/** An activity that ended two days ago: two came in time, one was not seen. */
async function ended() {
  const { activity, groups } = await makeActivity({ hoursTenths: 30 });
  const ids: number[] = [];
  for (let n = 0; n < 3; n++) {
    const actor = (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor;
    const input = { groupId: groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
    ids.push((await signUp({ actor, activityId: activity.id, input })).registrationId);
  }
  const endsAt = clock.now() - 2 * DAY_MS;
  await activity.update({ beginsAt: endsAt - 3 * HOUR_MS, endsAt, closesAt: endsAt - DAY_MS });
  for (const registrationId of ids.slice(0, 2)) {
    const seen = { outcome: 'present', arrivedAt: endsAt - 3 * HOUR_MS, leftAt: null, way: 'code' } as const;
    await transaction((t) => writePresence({ registrationId, seen, by: null }, t));
  }
  return { activityId: activity.id, ids };
}

/** Of each: whether he came, the tenths of his records of hours, how often he was told of hours, and of an end. */
async function found({ ids }: { ids: number[] }) {
  const of = async (id: number) => {
    const { lawyerId } = await Registration.findByPk(id, { rejectOnEmpty: true });
    const presence = await Presence.findOne({ where: { registrationId: id } });
    const hours = await ActivityHours.findAll({ where: { lawyerId } });
    const told = (event: string) => InboxEntry.count({ where: { subjectKind: 'registration', subjectId: id, event } });
    return [
      presence?.outcome ?? '',
      hours.map(({ tenths }) => tenths),
      await told('activity_hours'),
      await told('activity_ended'),
    ];
  };
  return Promise.all(ids.map(of));
}
const DONE = [
  ['present', [30], 1, 0],
  ['present', [30], 1, 0],
  ['absent', [], 0, 1],
];

test('killed between any two statements, again and again: hours once, an absence once, everybody told once', async () => {
  const whole = await ended();
  const statements = Number(await runDriver('settle-and-die', [Number.MAX_SAFE_INTEGER, whole.activityId]));
  expect(await found(whole)).toEqual(DONE);
  expect(statements).toBeGreaterThan(30);
  const made = await ended();
  const every = Array.from({ length: statements }, (_, at) => at + 1);
  for (const place of isFull ? every : every.filter((at) => at % step(statements) === 0)) {
    // What was done before it died is not done again, so that later deaths come nearer to the end.
    if ((await runDriver('settle-and-die', [place, made.activityId])) !== null) break;
    for (const [, tenths, ofHours, ofEnd] of await found(made)) {
      expect((tenths as number[]).length).toBeLessThanOrEqual(1);
      expect(Math.max(Number(ofHours), Number(ofEnd))).toBeLessThanOrEqual(1);
    }
  }
  await runDriver('settle-and-die', [Number.MAX_SAFE_INTEGER, made.activityId]);
  expect(await found(made)).toEqual(DONE);
}, 600_000);

test('control: where each statement is committed by itself, a death leaves hours or absences of which nobody is told', async () => {
  const whole = await ended();
  const statements = Number(await runDriver('settle-and-die', [Number.MAX_SAFE_INTEGER, whole.activityId]));
  const made = await ended();
  for (let at = step(statements); at <= statements; at += step(statements)) {
    if ((await runDriver('settle-and-die', [at, made.activityId, 'torn'])) !== null) break;
  }
  await runDriver('settle-and-die', [Number.MAX_SAFE_INTEGER, made.activityId]);
  expect(await found(made)).not.toEqual(DONE);
}, 600_000);

test('two processes at once write the same hours, once', async () => {
  const made = await ended();
  const live = () => runDriver('settle-and-die', [Number.MAX_SAFE_INTEGER, made.activityId]);
  await Promise.all([live(), live()]);
  expect(await found(made)).toEqual(DONE);
}, 600_000);
