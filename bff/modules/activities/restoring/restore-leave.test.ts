import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import '../../../app.ts';
import type { LawyerActor } from '../../../actor.ts';
import { HOUR_MS } from '../../../contract/dates.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { asPaid } from '../../../test/factories/activities/paid-registration.ts';
import { makeSeries, makeSession } from '../../../test/factories/activities/series.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { signUpLawyers } from '../firms/sign-up-lawyers.ts';
import { Activity, ActivityGroup, Registration } from '../model.ts';
import { cancelActivity } from '../office/cancel-activity.ts';
import { showOwnSeries } from '../series/show-own-series.ts';
import { signUpWhole } from '../series/sign-up-whole.ts';
import { askLeave } from '../signing-up/ask-leave.ts';
import { showActivity } from '../signing-up/show-activity.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { restoreLeave } from './restore-leave.ts';

useDatabase();
const actor = staffActor('events');
const input = { reason: '开庭改期' };
const ON_LEAVE = '您已请假；要恢复报名的，请提交工单，由工作人员办理';

let firmId: number;
let lawyers: LawyerActor[];
beforeEach(async () => {
  freezeClock('2026-12-01T09:00:00+08:00');
  ({ id: firmId } = await makeFirm());
  lawyers = [];
  for (let n = 0; n < 3; n++) {
    lawyers.push((await memberActor({ lawyerId: (await makeLawyer({ firmId })).id })) as LawyerActor);
  }
});
afterEach(releaseClock);

type Made = Awaited<ReturnType<typeof makeActivity>>;
const join = async ({ activity, groups }: Made, who: LawyerActor) => {
  const asked = { groupId: groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
  return (await signUp({ actor: who, activityId: activity.id, input: asked })).registrationId;
};
const leave = (who: LawyerActor, id: number) =>
  askLeave({ actor: who, id, input: { reason: 'court', note: '', attachments: [] } });
const statesOf = async ({ activity }: Made) =>
  (await Registration.findAll({ where: { activityId: activity.id }, order: ['id'] })).map(({ state }) => state);
const takenOf = async ({ activity }: Made) => (await Activity.findByPk(activity.id, { rejectOnEmpty: true })).taken;

/** One who asked for leave in the gap, while sign-up goes on. */
async function onLeave(more: Parameters<typeof makeActivity>[0] = {}) {
  const made = await makeActivity(more);
  const id = await join(made, lawyers[0]!);
  freezeClock(made.activity.cancelUntil);
  await leave(lawyers[0]!, id);
  return { made, id };
}

describe('who asked for leave', () => {
  test('does not undo it himself by signing up again, though sign-up is open and seats are free', async () => {
    const { made } = await onLeave();
    const { can } = await showActivity({ actor: lawyers[0]!, id: made.activity.id });
    expect(can.signUp).toEqual({ until: null, reason: ON_LEAVE });
    await expect(join(made, lawyers[0]!)).rejects.toThrow(ON_LEAVE);
    expect(await statesOf(made)).toEqual(['leave']);
  });

  test('is not signed up again by the firm either, which is told why', async () => {
    const { made } = await onLeave();
    const firm = await memberActor({ firmId });
    if (firm.kind !== 'firm') throw new Error('not a firm');
    const asked = {
      groupId: made.groups[0]!.id,
      lawyerIds: [lawyers[0]!.lawyerId],
      waits: true,
      idempotencyKey: newKey(),
    };
    const { lines } = await signUpLawyers({ actor: firm, id: made.activity.id, input: asked });
    expect(lines).toMatchObject([{ state: null, reason: ON_LEAVE.replace('您', '其') }]);
  });

  test('stays on leave from that session where the whole of a series is signed up for', async () => {
    const series = await makeSeries();
    const first = await makeSession(series, { title: '第一场' });
    const whole = () =>
      signUpWhole({ actor: lawyers[0]!, id: series, input: { waits: true, idempotencyKey: newKey() } });
    await whole();
    const { id } = await Registration.findOne({ where: { activityId: first.activity.id }, rejectOnEmpty: true });
    freezeClock(first.activity.cancelUntil);
    await leave(lawyers[0]!, id);
    expect((await showOwnSeries({ actor: lawyers[0]!, id: series })).can.signUp).toEqual({
      may: false,
      reason: ON_LEAVE,
    });
    await expect(whole()).rejects.toThrow(ON_LEAVE);
    const second = await makeSession(series, { title: '第二场' });
    await whole();
    expect(await statesOf(first)).toEqual(['leave']);
    expect(await statesOf(second)).toEqual(['registered']);
  });
});

describe('staff undo it', () => {
  test('the seat is his again, with what was promised', async () => {
    const { made, id } = await onLeave();
    const before = await Registration.findByPk(id, { rejectOnEmpty: true });
    await restoreLeave({ actor, id, input });
    const after = await Registration.findByPk(id, { rejectOnEmpty: true });
    expect(after).toMatchObject({ state: 'registered', leaveReason: null, reason: '' });
    for (const kept of ['cancelUntil', 'leaveFrom', 'leaveUntil'] as const) expect(after[kept]).toBe(before[kept]);
    expect(await takenOf(made)).toBe(1);
    const { own } = await showActivity({ actor: lawyers[0]!, id: made.activity.id });
    expect(own!.timeline.map(({ event, note }) => [event, note])).toContainEqual(['restored', '开庭改期']);
    await expect(restoreLeave({ actor, id, input })).rejects.toThrow('只有已请假的报名可以取消请假');
    expect(await takenOf(made)).toBe(1);
  });

  test('where the seat has gone on, he is before all who wait; no seat is given twice', async () => {
    const made = await makeActivity({ capacity: 1 });
    const id = await join(made, lawyers[0]!);
    for (const who of lawyers.slice(1)) await join(made, who);
    freezeClock(made.activity.cancelUntil);
    await leave(lawyers[0]!, id);
    expect(await statesOf(made)).toEqual(['leave', 'offered', 'waiting']);
    await restoreLeave({ actor, id, input });
    expect(await statesOf(made)).toEqual(['waiting', 'offered', 'waiting']);
    expect(await takenOf(made)).toBe(1);
    const { own } = await showActivity({ actor: lawyers[0]!, id: made.activity.id });
    expect(own).toMatchObject({ state: 'waiting', position: 1 });
  });

  test('whoever has paid does not wait for a seat: there has to be one', async () => {
    const made = await makeActivity({ capacity: 1 });
    const id = await join(made, lawyers[0]!);
    await asPaid(await Registration.findByPk(id, { rejectOnEmpty: true }));
    await Registration.update({ leaveRefund: 0 }, { where: { id } });
    await join(made, lawyers[1]!);
    freezeClock(made.activity.cancelUntil);
    await leave(lawyers[0]!, id);
    await expect(restoreLeave({ actor, id, input })).rejects.toThrow('已支付报名费；请先增加名额');
    expect(await statesOf(made)).toEqual(['leave', 'offered']);
    await Activity.update({ capacity: 2 }, { where: { id: made.activity.id } });
    await ActivityGroup.update({ capacity: 2 }, { where: { activityId: made.activity.id } });
    await restoreLeave({ actor, id, input });
    expect(await statesOf(made)).toEqual(['registered', 'offered']);
  });

  test('not where no seats are handed on any more, where part of the fee went back, or once it is over or cancelled', async () => {
    const full = await makeActivity({ capacity: 1 });
    const id = await join(full, lawyers[0]!);
    await join(full, lawyers[1]!);
    freezeClock(full.activity.cancelUntil);
    await leave(lawyers[0]!, id);
    freezeClock(full.activity.beginsAt - 24 * HOUR_MS);
    await expect(restoreLeave({ actor, id, input })).rejects.toThrow('名额已满');
    freezeClock('2026-12-01T09:00:00+08:00');
    const free = await makeActivity();
    const other = await join(free, lawyers[2]!);
    freezeClock(free.activity.cancelUntil);
    await leave(lawyers[2]!, other);
    await Registration.update({ feeFen: 10_000, leaveRefund: 50 }, { where: { id: other } });
    await expect(restoreLeave({ actor, id: other, input })).rejects.toThrow('请用“添加人员”重新报名');
    await Registration.update({ leaveRefund: 0 }, { where: { id: other } });
    freezeClock(free.activity.endsAt);
    await expect(restoreLeave({ actor, id: other, input })).rejects.toThrow('活动未发布、已结束或已取消');
    freezeClock(free.activity.beginsAt - HOUR_MS);
    const { title, version } = free.activity;
    const cancelled = { version, title, reason: '暴雨', isUrgent: false };
    await cancelActivity({ actor, id: free.activity.id, input: cancelled });
    await expect(restoreLeave({ actor, id: other, input })).rejects.toThrow('活动未发布、已结束或已取消');
    expect(await statesOf(free)).toEqual(['leave']);
  });
});
