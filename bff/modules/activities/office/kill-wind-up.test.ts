import { beforeAll, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { countStatements } from '../../../test/trouble/run-driver.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { asPaid } from '../../../test/factories/activities/paid-registration.ts';
import { makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { isFull } from '../../../test/heavy.ts';
import { useDatabase } from '../../../test/database.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { Payment, Refund } from '../../payments/model.ts';
import type { Activity } from '../model.ts';
import { Registration } from '../model.ts';
import { signUp } from '../signing-up/sign-up.ts';

useDatabase();
let lawyers: LawyerActor[];
beforeAll(async () => {
  lawyers = [];
  for (let n = 0; n < 3; n++) lawyers.push((await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor);
});

const FEE = 20_000;
/** Places at which it dies, when not every one is tried. */
const PLACES = 3;

/** A cancelled activity, its registrations as they were, all of them paid. */
async function cancelled(): Promise<Activity> {
  const { activity, groups } = await makeActivity({ capacity: 3, feeFen: FEE });
  for (const actor of lawyers) {
    const input = { groupId: groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
    const { registrationId: subjectId } = await signUp({ actor, activityId: activity.id, input });
    await asPaid(await Registration.findByPk(subjectId, { rejectOnEmpty: true }), FEE);
  }
  return activity.update({ state: 'cancelled', cancelReason: '台风', refundState: 'released' });
}

/** Winds it up in a process of its own; answers how many statements it took, null where it was killed. */
async function windUp(when: number, { id }: Activity): Promise<number | null> {
  return countStatements('wind-up-and-die', [when, id]);
}

/** Of each registration: its state, what goes back of its payment in all, and how often its lawyer was told. */
async function found({ id: activityId }: Activity) {
  const all = await Registration.findAll({ where: { activityId }, order: ['id'] });
  return Promise.all(
    all.map(async ({ id, state }) => {
      const { id: paymentId } = await Payment.findOne({ where: { subjectId: id }, rejectOnEmpty: true });
      const where = { subjectKind: 'registration', subjectId: id, event: 'activity_cancelled' };
      return [state, (await Refund.sum('amountFen', { where: { paymentId } })) ?? 0, await InboxEntry.count({ where })];
    }),
  );
}
const DONE = [
  ['void', FEE, 1],
  ['void', FEE, 1],
  ['void', FEE, 1],
];

test('killed between any two statements, again and again: everything goes back once, and everybody is told once', async () => {
  const whole = await cancelled();
  const statements = (await windUp(Number.MAX_SAFE_INTEGER, whole)) ?? 0;
  expect(await found(whole)).toEqual(DONE);
  expect(statements).toBeGreaterThan(30);
  const activity = await cancelled();
  const every = Array.from({ length: statements }, (_, at) => at + 1);
  const step = Math.floor(statements / PLACES);
  for (const place of isFull ? every : every.filter((at) => at % step === 0)) {
    // What was done before it died is not done again, so that later deaths come nearer to the end.
    if ((await windUp(place, activity)) !== null) break;
    for (const [, backFen, told] of await found(activity)) {
      expect(Number(backFen)).toBeLessThanOrEqual(FEE);
      expect(Number(told)).toBeLessThanOrEqual(1);
    }
  }
  await windUp(Number.MAX_SAFE_INTEGER, activity);
  expect(await found(activity)).toEqual(DONE);
}, 600_000);
