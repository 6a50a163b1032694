import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { transaction } from '../../../platform/db/database.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { Registration } from '../model.ts';
import { cancelRegistration } from '../signing-up/cancel-registration.ts';
import { signUp } from '../signing-up/sign-up.ts';

useDatabase();

let lawyers: LawyerActor[];
beforeAll(async () => {
  const { id: firmId } = await makeFirm();
  lawyers = [];
  for (let n = 0; n < 3; n++) {
    lawyers.push((await memberActor({ lawyerId: (await makeLawyer({ firmId })).id })) as LawyerActor);
  }
});

let made: Awaited<ReturnType<typeof makeActivity>>;
/** The only seat is taken, and somebody has been told so a moment ago. */
beforeEach(async () => {
  made = await makeActivity({ capacity: 1 });
  await join(lawyers[0]!);
  await expect(join(lawyers[1]!)).rejects.toThrow('名额已满，可以加入候补');
});

const join = (actor: LawyerActor, { waits = false, key = newKey() }: { waits?: boolean; key?: string } = {}) => {
  const input = { groupId: made.groups[0]!.id, answers: {}, waits, idempotencyKey: key };
  return signUp({ actor, activityId: made.activity.id, input });
};

/** A transaction that begins within another one is refused: whoever is answered here needs none, and waits for no lock. */
const withoutTransaction = <Answer>(work: () => Promise<Answer>) => transaction(work);

test('who wants a seat and nothing else is answered without a transaction; who would wait is not', async () => {
  await expect(withoutTransaction(() => join(lawyers[2]!))).rejects.toThrow('名额已满，可以加入候补');
  await expect(withoutTransaction(() => join(lawyers[2]!, { waits: true }))).rejects.toThrow('inside a transaction');
  expect(await Registration.count({ where: { activityId: made.activity.id } })).toBe(1);
});

test('who has the seat, or sent the same form before, is answered that', async () => {
  expect(await join(lawyers[0]!)).toMatchObject({ state: 'registered' });
  const key = newKey();
  const waiting = await join(lawyers[2]!, { waits: true, key });
  await cancelRegistration({ actor: lawyers[2]!, id: waiting.registrationId });
  const again = { groupId: made.groups[0]!.id, answers: {}, waits: true, idempotencyKey: key };
  expect(await signUp({ actor: lawyers[2]!, activityId: made.activity.id, input: again })).toMatchObject({
    registrationId: waiting.registrationId,
    state: 'left',
  });
  // Another form with that key is no other one's: it is said, and nobody is told that it is full.
  await expect(join(lawyers[2]!, { key })).rejects.toThrow('您刚才的报名已收到');
});

test('what is not open any more is not called full', async () => {
  await made.activity.update({ state: 'hidden' });
  await expect(join(lawyers[2]!)).rejects.toThrow('活动已下架');
});

test('a group that is none of the activity is not called full', async () => {
  const other = await makeActivity({ capacity: 1 });
  const input = { groupId: made.groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
  const asked = signUp({ actor: lawyers[2]!, activityId: other.activity.id, input });
  await expect(asked).rejects.toMatchObject({ fields: { groupId: '请重新选择分组' } });
});
