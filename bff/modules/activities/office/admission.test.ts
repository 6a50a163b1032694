import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { activityInput, makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { Lawyer } from '../../registry/model.ts';
import { Registration } from '../model.ts';
import { cancelRegistration } from '../signing-up/cancel-registration.ts';
import { showActivity } from '../signing-up/show-activity.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { addRegistration } from './add-registration.ts';
import { admitRegistrations } from './admit-registrations.ts';
import { updateActivity } from './update-activity.ts';

useDatabase();
let lawyers: LawyerActor[];
beforeAll(async () => {
  const { id: firmId } = await makeFirm();
  lawyers = [];
  for (let n = 0; n < 4; n++)
    lawyers.push((await memberActor({ lawyerId: (await makeLawyer({ firmId })).id })) as LawyerActor);
});
beforeEach(() => freezeClock('2026-12-01T09:00:00+08:00'));
afterEach(releaseClock);

type Made = Awaited<ReturnType<typeof makeActivity>>;
const reviewed = (more: Parameters<typeof makeActivity>[0] = {}) =>
  makeActivity({ admission: 'review', capacity: 2, ...more });
const apply = async ({ activity, groups }: Made, actor: LawyerActor) => {
  const input = { groupId: groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
  return (await signUp({ actor, activityId: activity.id, input })).registrationId;
};
const decide = ({ activity }: Made, verdict: 'admit' | 'wait' | 'refuse', registrationIds: number[]) =>
  admitRegistrations({
    actor: staffActor('events'),
    activityId: activity.id,
    input: { registrationIds, verdict, reason: verdict === 'refuse' ? '专业方向不符' : '' },
  });
const states = async ({ activity }: Made) =>
  (await Registration.findAll({ where: { activityId: activity.id }, order: ['id'] })).map(({ state }) => state);

test('more may apply than there are seats; staff give no more than there are, all of those named or none', async () => {
  const made = await reviewed();
  const ids = [];
  for (const actor of lawyers) ids.push(await apply(made, actor));
  expect(await states(made)).toEqual(['applied', 'applied', 'applied', 'applied']);
  expect((await made.activity.reload()).taken).toBe(0);
  await expect(decide(made, 'wait', [ids[0]!])).rejects.toThrow('还有空名额，请先录取');
  await expect(decide(made, 'admit', ids.slice(0, 3))).rejects.toThrow('名额不足');
  expect(await states(made)).toEqual(['applied', 'applied', 'applied', 'applied']);
  await decide(made, 'admit', ids.slice(0, 2));
  await decide(made, 'wait', [ids[2]!]);
  await decide(made, 'refuse', [ids[3]!]);
  expect(await states(made)).toEqual(['registered', 'registered', 'waiting', 'refused']);
  expect((await made.activity.reload()).taken).toBe(2);
  const refused = await showActivity({ actor: lawyers[3]!, id: made.activity.id });
  expect(refused.own).toMatchObject({ state: 'refused', reason: '专业方向不符' });
  const told = await InboxEntry.findAll({ where: { memberId: lawyers[3]!.lawyerId }, order: ['id'] });
  expect(told.at(-1)?.body).toContain('未被录取：专业方向不符');
  // A seat that is given back goes to who waits, not to who was refused.
  await cancelRegistration({ actor: lawyers[0]!, id: ids[0]! });
  expect(await states(made)).toEqual(['cancelled', 'registered', 'offered', 'refused']);
});

test('two of the staff at once give one seat once', async () => {
  const made = await reviewed({ capacity: 1 });
  const ids = [await apply(made, lawyers[0]!), await apply(made, lawyers[1]!)];
  const tried = await Promise.allSettled(ids.map((id) => decide(made, 'admit', [id])));
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await states(made)).sort()).toEqual(['applied', 'registered']);
  const twice = await reviewed({ capacity: 2 });
  const id = await apply(twice, lawyers[0]!);
  await Promise.allSettled([decide(twice, 'admit', [id]), decide(twice, 'admit', [id])]);
  expect((await twice.activity.reload()).taken).toBe(1);
});

test('whoever has applied may take it back, is not asked for leave, and costs no seat', async () => {
  const made = await reviewed();
  const id = await apply(made, lawyers[0]!);
  const { can, own } = await showActivity({ actor: lawyers[0]!, id: made.activity.id });
  expect([own?.state, can.cancel.until !== null, can.leave.until]).toEqual(['applied', true, null]);
  await cancelRegistration({ actor: lawyers[0]!, id });
  await expect(decide(made, 'admit', [id])).rejects.toThrow('已不在待审核之列');
  expect((await made.activity.reload()).taken).toBe(0);
});

test('what costs something is paid for within a day after it was given', async () => {
  const made = await reviewed({ feeFen: 20_000 });
  const id = await apply(made, lawyers[0]!);
  freezeClock(clock.now() + 2 * DAY_MS);
  await decide(made, 'admit', [id]);
  const { state, payUntil } = await Registration.findByPk(id, { rejectOnEmpty: true });
  expect([state, payUntil]).toEqual(['paying', clock.now() + DAY_MS]);
});

test('is judged again when it is given; by hand staff may still add whoever has applied', async () => {
  const made = await reviewed();
  const { id: lawyerId, licenceNo } = await makeLawyer();
  const actor = (await memberActor({ lawyerId })) as LawyerActor;
  const id = await apply(made, actor);
  await Lawyer.update({ status: 'suspended' }, { where: { id: lawyerId } });
  await expect(decide(made, 'admit', [id])).rejects.toThrow('已不符合报名条件');
  const input = { licenceNo, groupId: made.groups[0]!.id, isFree: true, reason: '协会邀请' };
  await addRegistration({ actor: staffActor('events'), activityId: made.activity.id, input });
  expect(await states(made)).toEqual(['registered']);
});

test('how seats are given stays as it was published; nothing is given once it is over', async () => {
  const made = await reviewed();
  const id = await apply(made, lawyers[0]!);
  const { version, opensAt, closesAt, beginsAt, endsAt } = made.activity;
  const groups = made.groups.map(({ id: groupId, name, capacity, eligibility, feeFen }) => ({
    id: groupId,
    name,
    capacity,
    eligibility,
    feeFen,
  }));
  const input = { ...activityInput(), opensAt, closesAt, beginsAt, endsAt, groups, version, acknowledged: [] };
  const every = ['neverCancels', 'neverLeaves', 'gap', 'late', 'offDay', 'clash'] as const;
  await expect(
    updateActivity({
      actor: staffActor('events'),
      id: made.activity.id,
      input: { ...input, acknowledged: [...every] },
    }),
  ).rejects.toMatchObject({ fields: { admission: '发布后不能改变录取方式' } });
  freezeClock(endsAt);
  await expect(decide(made, 'admit', [id])).rejects.toThrow('已结束');
  const open = await makeActivity();
  const other = await apply(open, lawyers[1]!);
  await expect(decide(open, 'admit', [other])).rejects.toThrow('不是审核录取');
});
