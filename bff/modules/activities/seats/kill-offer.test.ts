import { expect, test } from '@jest/globals';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { isFull } from '../../../test/heavy.ts';
import { jobRows } from '../../../test/jobs.ts';
import { runDriver } from '../../../test/trouble/run-driver.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { Registration } from '../model.ts';
import { expireOffer } from './expire-offer.ts';
import { cancelRegistration } from '../signing-up/cancel-registration.ts';
import { signUp } from '../signing-up/sign-up.ts';

useDatabase();

/** Places at which it dies, when not every one is tried. */
const PLACES = 3;

/** One seat, offered to the first who waits, who has let the time pass; another one waits behind him. */
async function lapsed() {
  const { activity, groups } = await makeActivity({ capacity: 1 });
  const ids: number[] = [];
  for (let n = 0; n < 3; n++) {
    const actor = (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor;
    const input = { groupId: groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
    ids.push((await signUp({ actor, activityId: activity.id, input })).registrationId);
    if (n === 2) {
      const [first] = await Registration.findAll({ where: { activityId: activity.id }, order: ['id'] });
      const seated = (await memberActor({ lawyerId: first!.lawyerId })) as LawyerActor;
      await cancelRegistration({ actor: seated, id: ids[0]! });
    }
  }
  const [, offered] = ids as [number, number];
  await Registration.update({ offerUntil: clock.now() - 1 }, { where: { id: offered } });
  return { activity, ids, offered };
}
type Lapsed = Awaited<ReturnType<typeof lapsed>>;

/** States in order, seats that are taken, how often each was told, and jobs that watch over the next offer. */
async function found({ activity, ids }: Lapsed) {
  const all = await Registration.findAll({ where: { id: ids }, order: ['id'] });
  const told = await Promise.all(
    ids.map((subjectId) => InboxEntry.count({ where: { subjectKind: 'registration', subjectId } })),
  );
  const third = all.at(-1);
  const payload = JSON.stringify({ registrationId: third?.id });
  // All offers of one night end together: that of this one is meant.
  const watched = (await jobRows()).filter(
    (job) => job.name === 'expire-offer' && job.payload === payload && job.runAt === third?.offerUntil,
  );
  return {
    states: all.map(({ state }) => state),
    taken: Number((await activity.reload()).taken),
    told,
    watched: watched.length,
  };
}
// Told of signing up each; the second of his offer and of its end, the third of his offer.
const DONE = { states: ['cancelled', 'expired', 'offered'], taken: 1, told: [1, 3, 2], watched: 1 };
const BEFORE = { states: ['cancelled', 'offered', 'waiting'], taken: 1, told: [1, 2, 1], watched: 0 };

test('killed between any two statements: the seat is with the one or with the other, and everybody is told once', async () => {
  const whole = await lapsed();
  const statements = Number(await runDriver('expire-and-die', [Number.MAX_SAFE_INTEGER, whole.offered]));
  expect(await found(whole)).toEqual(DONE);
  expect(statements).toBeGreaterThan(10);
  const made = await lapsed();
  const every = Array.from({ length: statements }, (_, at) => at + 1);
  const step = Math.floor(statements / PLACES);
  for (const place of isFull ? every : every.filter((at) => at % step === 0)) {
    if ((await runDriver('expire-and-die', [place, made.offered])) !== null) break;
    expect(await found(made)).toEqual(BEFORE);
  }
  await runDriver('expire-and-die', [Number.MAX_SAFE_INTEGER, made.offered]);
  expect(await found(made)).toEqual(DONE);
}, 600_000);

test('control: where each statement is committed by itself, a death leaves half of it', async () => {
  const made = await lapsed();
  const statements = Number(await runDriver('expire-and-die', [Number.MAX_SAFE_INTEGER, (await lapsed()).offered]));
  expect(await runDriver('expire-and-die', [Math.floor(statements / 2), made.offered, 'torn'])).toBeNull();
  const half = await found(made);
  expect(half).not.toEqual(BEFORE);
  expect(half).not.toEqual(DONE);
}, 600_000);

test('what has expired does not expire again', async () => {
  const made = await lapsed();
  for (let n = 0; n < 2; n++) await expireOffer({ registrationId: made.offered });
  expect(await found(made)).toEqual(DONE);
});

test('two processes at once let it go on once', async () => {
  const made = await lapsed();
  const live = () => runDriver('expire-and-die', [Number.MAX_SAFE_INTEGER, made.offered]);
  await Promise.all([live(), live()]);
  expect(await found(made)).toEqual(DONE);
}, 600_000);
