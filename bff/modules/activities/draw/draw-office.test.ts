import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { LawyerActor } from '../../../actor.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { activityInput } from '../../../test/factories/activities/activity.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { ActivityGroup, Registration, type Activity } from '../model.ts';
import { addRegistration } from '../office/add-registration.ts';
import { createActivity } from '../office/create-activity.ts';
import { updateActivity } from '../office/update-activity.ts';
import { giveDrawnSeats } from './give-drawn-seats.ts';
import { enlist, first, hold, toDraw } from '../../../test/factories/activities/draw.ts';

useDatabase();
let lawyers: LawyerActor[];
beforeAll(async () => {
  const { id: firmId } = await makeFirm();
  lawyers = [];
  for (let n = 0; n < 5; n++)
    lawyers.push((await memberActor({ lawyerId: (await makeLawyer({ firmId })).id })) as LawyerActor);
});
beforeEach(() => freezeClock('2026-12-01T09:00:00+08:00'));
afterEach(releaseClock);

const statesOf = async ({ id: activityId }: Activity) =>
  (await Registration.findAll({ where: { activityId }, order: ['id'] })).map(({ state }) => state);

test('each group has its seats in the one order; without a waiting list who lost is told so, and what costs is paid within a day', async () => {
  const groups = [
    { name: '南海', capacity: 1, eligibility: null },
    { name: '禅城', capacity: 1, eligibility: null },
  ];
  const made = await toDraw({ capacity: 2, groups, waiting: 'none', feeFen: 10_000 });
  const { activity } = made;
  for (const [at, actor] of lawyers.entries()) await enlist(made, actor, at < 4 ? 0 : 1);
  expect(
    (await Registration.findAll({ where: { activityId: activity.id } })).every((one) => one.payUntil === null),
  ).toBe(true);
  await hold(made);
  await giveDrawnSeats({ activityId: activity.id });
  const states = await statesOf(activity);
  expect([states.slice(0, 4).sort(), states[4]]).toEqual([['paying', 'unplaced', 'unplaced', 'unplaced'], 'paying']);
  expect((await ActivityGroup.findAll({ where: { activityId: activity.id } })).map(({ taken }) => taken)).toEqual([
    1, 1,
  ]);
  const lost = await Registration.findOne({
    where: { activityId: activity.id, state: 'unplaced' },
    rejectOnEmpty: true,
  });
  expect(lost.reason).toMatch(/^未中签（抽签顺序第\d位）$/);
  const paying = await Registration.findOne({
    where: { activityId: activity.id, state: 'paying' },
    rejectOnEmpty: true,
  });
  expect(paying.payUntil).toBe(clock.now() + DAY_MS);
});

test('what the draw rests on is said before, stays as published, and no seat is given beside it', async () => {
  const bad = (more: object) => createActivity({ actor: first, input: activityInput({ admission: 'draw', ...more }) });
  await expect(bad({})).rejects.toMatchObject({
    fields: { drawSource: expect.any(String), drawAt: expect.any(String) },
  });
  const source = { drawSource: '双色球第2026141期' };
  const { closesAt, beginsAt } = activityInput();
  await expect(bad({ ...source, drawAt: closesAt })).rejects.toMatchObject({
    fields: { drawAt: '公开开奖应晚于报名结束' },
  });
  await expect(bad({ ...source, drawAt: beginsAt })).rejects.toMatchObject({
    fields: { drawAt: '公开开奖应早于活动开始' },
  });
  const made = await toDraw();
  const { activity, groups } = made;
  const edit = (more: object) => {
    const kept = groups.map(({ id, name, capacity, eligibility, feeFen }) => ({
      id,
      name,
      capacity,
      eligibility,
      feeFen,
    }));
    const { drawSource, drawAt, opensAt, closesAt: ends, beginsAt: begins, endsAt, version } = activity;
    const same = { drawSource, drawAt, opensAt, closesAt: ends, beginsAt: begins, endsAt, version, groups: kept };
    const acknowledged = ['neverCancels', 'neverLeaves', 'gap', 'late', 'offDay', 'clash'] as const;
    const input = {
      ...activityInput({ admission: 'draw', capacity: 2 }),
      ...same,
      acknowledged: [...acknowledged],
      ...more,
    };
    return updateActivity({ actor: first, id: activity.id, input });
  };
  await expect(edit({ drawSource: '另一期' })).rejects.toMatchObject({ fields: { drawSource: expect.any(String) } });
  await expect(edit({ drawAt: activity.drawAt! + 1 })).rejects.toMatchObject({
    fields: { drawAt: expect.any(String) },
  });
  const { licenceNo } = await makeLawyer();
  const add = () =>
    addRegistration({
      actor: staffActor('events'),
      activityId: activity.id,
      input: { licenceNo, groupId: groups[0]!.id, isFree: true, reason: '邀请' },
    });
  await expect(add()).rejects.toThrow('抽签完成后才能添加人员');
  await enlist(made, lawyers[0]!);
  await hold(made);
  await expect(edit({ closesAt: activity.closesAt + 1 })).rejects.toMatchObject({
    fields: { closesAt: expect.any(String) },
  });
  await giveDrawnSeats({ activityId: activity.id });
  await add();
  expect(await statesOf(activity)).toEqual(['registered', 'registered']);
});
