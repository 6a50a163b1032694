import { afterEach, beforeEach, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { HOUR_MS } from '../../../contract/dates.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { database, transaction } from '../../../platform/db/database.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { makeSeries, makeSession } from '../../../test/factories/activities/series.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { Activity } from '../model.ts';
import { ActivitySeries } from '../sessions/model.ts';
import { listOpenActivities } from './list-open-activities.ts';
import { signUp } from './sign-up.ts';

useDatabase();

let actor: LawyerActor;
beforeEach(async () => {
  await Activity.update({ state: 'hidden' }, { where: {} });
  actor = (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor;
  freezeClock(clock.now());
});
afterEach(releaseClock);

const titles = async () => (await listOpenActivities({ actor })).items.map(({ title }) => title);

test('what this process writes is listed at once: publishing, seats, and what was taken back', async () => {
  expect(await titles()).toEqual([]);
  const { activity, groups } = await makeActivity({ title: '新发布的', capacity: 3 });
  expect(await titles()).toEqual(['新发布的']);
  const input = { groupId: groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
  await signUp({ actor, activityId: activity.id, input });
  expect((await listOpenActivities({ actor })).items.map(({ left }) => left)).toEqual([2]);
  await activity.update({ title: '改了名的' });
  expect(await titles()).toEqual(['改了名的']);
  const takenBack = transaction(async (t) => {
    await activity.update({ title: '没有改成的' }, { transaction: t });
    throw new Error('taken back');
  });
  await expect(takenBack).rejects.toThrow('taken back');
  expect(await titles()).toEqual(['改了名的']);
  await groups[0]!.update({ eligibility: { atom: 'practice', minYears: 60 } });
  expect(await titles()).toEqual([]);
});

test('a session names its series, and its name as it is now', async () => {
  const id = await makeSeries({ title: '训练营' });
  await makeSession(id);
  await makeActivity();
  const series = async () => (await listOpenActivities({ actor })).items.map((item) => item.series);
  expect(await series()).toEqual(expect.arrayContaining([{ id, title: '训练营', way: 'whole' }, null]));
  await ActivitySeries.update({ title: '训练营（二期）' }, { where: { id } });
  expect((await series()).find((one) => one !== null)?.title).toBe('训练营（二期）');
});

test('what another process writes is listed a second later at most', async () => {
  const { activity } = await makeActivity({ title: '别处下架的' });
  expect(await titles()).toEqual(['别处下架的']);
  // Past the models: this process does not hear of it.
  await database.sequelize.query(`UPDATE activities SET state = 'hidden' WHERE id = ${activity.id}`);
  freezeClock(clock.now() + 1_000);
  expect(await titles()).toEqual([]);
});

test('it opens and closes at its instants, whatever is remembered', async () => {
  const opensAt = clock.now() + 500;
  await makeActivity({ title: '半秒后开始', opensAt, closesAt: opensAt + HOUR_MS });
  const at = async (instant: number) => {
    freezeClock(instant);
    return titles();
  };
  expect([await at(opensAt - 1), await at(opensAt)]).toEqual([[], ['半秒后开始']]);
  expect([await at(opensAt + HOUR_MS - 1), await at(opensAt + HOUR_MS)]).toEqual([['半秒后开始'], []]);
});
