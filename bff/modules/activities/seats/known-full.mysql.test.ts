import { expect, test } from '@jest/globals';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { transaction } from '../../../platform/db/database.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { Activity } from '../model.ts';
import { signUp } from '../signing-up/sign-up.ts';

useDatabase();

/** SQLite lets one transaction in at a time, whatever it locks. */
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
