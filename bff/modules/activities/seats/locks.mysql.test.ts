import { expect, test } from '@jest/globals';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { startWriting } from '../../../test/trouble/run-driver.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { Activity, Registration } from '../model.ts';
import { Presence } from '../presence/model.ts';
import { writePresence } from '../presence/write-presence.ts';
import { signUp } from '../signing-up/sign-up.ts';

/** Which layer it is that keeps two processes apart: seen by taking it away. */

useDatabase();

async function signedUp(count: number, more: Parameters<typeof makeActivity>[0]) {
  const { activity, groups } = await makeActivity(more);
  const ids: number[] = [];
  for (let n = 0; n < count; n++) {
    const actor = (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor;
    const input = { groupId: groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
    ids.push((await signUp({ actor, activityId: activity.id, input })).registrationId);
  }
  return { activity, ids };
}

const toldOf = (event: string, subjectId: number) =>
  InboxEntry.count({ where: { subjectKind: 'registration', subjectId, event } });

/** Two processes that have both read and are about to write; then both go on. Answers how many came to a good end. */
async function bothAboutToWrite(name: string, args: (number | string)[]): Promise<number> {
  const both = [startWriting(name, args), startWriting(name, args)];
  await Promise.all(both.map(({ isWriting }) => isWriting));
  let ended = 0;
  for (const one of both) if (await one.goOn()) ended += 1;
  return ended;
}

/** The first is about to write when the second begins; it goes on, and then the second. Answers how many came to a good end. */
async function oneAfterTheOther(name: string, args: (number | string)[]): Promise<number> {
  const first = startWriting(name, args);
  await first.isWriting;
  const second = startWriting(name, args);
  const ended = [await first.goOn(), await second.goOn()];
  return ended.filter(Boolean).length;
}

/** An offer that has lapsed, of the one seat of an activity. */
async function lapsed() {
  const { activity, ids } = await signedUp(1, { capacity: 1 });
  const [offered] = ids as [number];
  await Registration.update({ state: 'offered', offerUntil: clock.now() - 1 }, { where: { id: offered } });
  return { activity, offered };
}

/** One who had a seat and was not seen, where another one was. */
async function unseen() {
  const { activity, ids } = await signedUp(2, { hoursTenths: 0 });
  const endsAt = clock.now() - 2 * DAY_MS;
  await activity.update({ beginsAt: endsAt - 3 * HOUR_MS, endsAt, closesAt: endsAt - DAY_MS });
  const [came, absent] = ids as [number, number];
  const seen = { outcome: 'present', arrivedAt: endsAt - 3 * HOUR_MS, leftAt: null, way: 'code' } as const;
  await transaction((t) => writePresence({ registrationId: came, seen, by: null }, t));
  return { activity, absent };
}

test('an offer expires once: the lock of its activity keeps the second process from what the first has read', async () => {
  const { activity, offered } = await lapsed();
  expect(await oneAfterTheOther('expire-and-die', [offered])).toBe(2);
  expect([(await activity.reload()).taken, await toldOf('activity_ended', offered)]).toEqual([0, 1]);
}, 600_000);

test('control: without locks both expire it, and a seat is given back that is not there', async () => {
  const { activity, offered } = await lapsed();
  await bothAboutToWrite('expire-and-die', [offered, 'unlocked']);
  expect([(await activity.reload()).taken, await toldOf('activity_ended', offered)]).toEqual([-1, 2]);
}, 600_000);

test('an absence is written once: by the lock, and where that is taken away by the key of a presence', async () => {
  const locked = await unseen();
  expect(await oneAfterTheOther('settle-and-die', [locked.activity.id])).toBe(2);
  expect(await toldOf('activity_ended', locked.absent)).toBe(1);
  const unlocked = await unseen();
  // The one that comes second is refused by the key, and with it what it would have told.
  expect(await bothAboutToWrite('settle-and-die', [unlocked.activity.id, 'unlocked'])).toBe(1);
  expect(await toldOf('activity_ended', unlocked.absent)).toBe(1);
  expect(await Presence.count({ where: { registrationId: unlocked.absent } })).toBe(1);
}, 600_000);

test('once it is full, whoever joins the waiting list changes the row of the activity no more', async () => {
  const { activity, groups } = await makeActivity({ capacity: 1 });
  const { id: firmId } = await makeFirm();
  const join = async () => {
    const actor = (await memberActor({ lawyerId: (await makeLawyer({ firmId })).id })) as LawyerActor;
    const input = { groupId: groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
    return (await signUp({ actor, activityId: activity.id, input })).state;
  };
  expect(await join()).toBe('registered');
  // Finds it full, and says so to those who come after.
  expect(await join()).toBe('waiting');
  const locked = Promise.withResolvers<undefined>();
  const over = Promise.withResolvers<undefined>();
  // Others may read the row meanwhile, and nobody may change it.
  const holder = transaction(async (t) => {
    await Activity.findByPk(activity.id, { transaction: t, lock: t.LOCK.SHARE });
    locked.resolve(undefined);
    await over.promise;
  });
  await locked.promise;
  expect(await join()).toBe('waiting');
  over.resolve(undefined);
  await holder;
});
