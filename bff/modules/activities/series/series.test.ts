import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import '../../../app.ts';
import type { LawyerActor } from '../../../actor.ts';
import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { activityInput } from '../../../test/factories/activities/activity.ts';
import { makeSeries, makeSession } from '../../../test/factories/activities/series.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { hoursRecords } from '../../registry/records/hours-records.ts';
import { recordsOf } from '../../registry/records/record-kind.ts';
import { transaction } from '../../../platform/db/database.ts';
import { settleActivity } from '../hours/settle-activity.ts';
import { Activity, Registration } from '../model.ts';
import { cancelActivity } from '../office/cancel-activity.ts';
import { createActivity } from '../office/create-activity.ts';
import { updateActivity } from '../office/update-activity.ts';
import { windUpActivity } from '../office/wind-up-activity.ts';
import { recordPresence } from '../presence/record-presence.ts';
import { showActivity } from '../signing-up/show-activity.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { cancelWhole } from './cancel-whole.ts';
import { showOwnSeries } from './show-own-series.ts';
import { showSeries } from './show-series.ts';
import { signUpWhole } from './sign-up-whole.ts';
import { updateSeries } from './write-series.ts';

useDatabase();
const NOW = Date.parse('2026-12-01T09:00:00+08:00');
const actor = staffActor('events');
let lawyer: LawyerActor;
beforeEach(async () => {
  freezeClock(NOW);
  lawyer = (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor;
});
afterEach(releaseClock);

/** The nth session, a day after the one before. */
const session = async (seriesId: number, n: number, more: Parameters<typeof makeSession>[1] = {}) => {
  const beginsAt = NOW + (8 + n) * DAY_MS;
  const given = { title: `第${n}场`, beginsAt, endsAt: beginsAt + 3 * HOUR_MS, ...more };
  return (await makeSession(seriesId, given)).activity;
};
const join = (id: number, who = lawyer) =>
  signUpWhole({ actor: who, id, input: { waits: true, idempotencyKey: newKey() } });
const statesOf = async (id: number, who = lawyer) =>
  (await showOwnSeries({ actor: who, id })).sessions.map(({ title, own }) => [title, own]);

describe('整期报名', () => {
  test('takes a seat in each session, tells once, and twice makes one of each', async () => {
    const id = await makeSeries();
    for (const n of [1, 2, 3]) await session(id, n);
    await Promise.all([join(id), join(id)]);
    await join(id);
    expect(await statesOf(id)).toEqual([
      ['第1场', 'registered'],
      ['第2场', 'registered'],
      ['第3场', 'registered'],
    ]);
    expect(await Registration.count({ where: { lawyerId: lawyer.lawyerId } })).toBe(3);
    const told = await InboxEntry.findAll({ where: { memberKind: 'lawyer', memberId: lawyer.lawyerId } });
    expect(told.map(({ body }) => body)).toEqual([expect.stringContaining('报名成功，共3场')]);
    expect((await showOwnSeries({ actor: lawyer, id })).can).toEqual({
      signUp: { may: false, reason: '您已报名' },
      cancel: { may: true, reason: '' },
    });
  });

  test('has its own number of seats in each session: where there is none one waits', async () => {
    const id = await makeSeries();
    await session(id, 1, { capacity: 1 });
    await session(id, 2);
    await join(id, (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor);
    await join(id);
    expect(await statesOf(id)).toEqual([
      ['第1场', 'waiting'],
      ['第2场', 'registered'],
    ]);
  });

  test('is all or none: what stands against one session stands against all, and is said', async () => {
    const id = await makeSeries();
    await session(id, 1);
    await session(id, 2, { eligibility: { atom: 'category', in: ['company'] } });
    await expect(join(id)).rejects.toThrow(/^“第2场”：/);
    expect(await Registration.count({ where: { lawyerId: lawyer.lawyerId } })).toBe(0);
  });

  test('lets nobody into a single session, and its page says where to go', async () => {
    const id = await makeSeries();
    const { id: activityId } = await session(id, 1);
    const page = await showActivity({ actor: lawyer, id: activityId });
    const reason = '本场属于整期报名的系列，请在“青年律师实务训练营”页面报名';
    expect(page).toMatchObject({ series: { id, way: 'whole' }, can: { signUp: { until: null, reason } } });
    const input = { groupId: page.groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
    await expect(signUp({ actor: lawyer, activityId, input })).rejects.toThrow(reason);
  });

  test('ends where it still can: what is past its instant stays, for a leave', async () => {
    const id = await makeSeries();
    await session(id, 1, { closesAt: NOW + 2 * DAY_MS });
    await session(id, 2);
    await join(id);
    freezeClock(NOW + DAY_MS);
    await cancelWhole({ actor: lawyer, id });
    expect(await statesOf(id)).toEqual([
      ['第1场', 'registered'],
      ['第2场', 'cancelled'],
    ]);
    await expect(cancelWhole({ actor: lawyer, id })).rejects.toThrow('各场的取消均已截止，可以逐场请假');
  });
});

describe('场次任选', () => {
  test('each session is signed up for by itself, and what falls together is shown', async () => {
    const id = await makeSeries({ way: 'each' });
    const first = await session(id, 1);
    await session(id, 2, { beginsAt: first.beginsAt + HOUR_MS, endsAt: first.endsAt + HOUR_MS });
    const page = await showActivity({ actor: lawyer, id: first.id });
    const input = { groupId: page.groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
    await signUp({ actor: lawyer, activityId: first.id, input });
    await expect(join(id)).rejects.toThrow('请选择场次，分别报名');
    const { sessions, can } = await showOwnSeries({ actor: lawyer, id });
    expect(can.signUp.may).toBe(false);
    expect(sessions.map(({ own, clashes }) => [own, clashes])).toEqual([
      ['registered', ['第2场（12月10日（周四）10:00）']],
      [null, ['第1场（12月10日（周四）09:00）']],
    ]);
  });
});

test('one whose sessions nobody may read is not there', async () => {
  const id = await makeSeries();
  await expect(showOwnSeries({ actor: lawyer, id })).rejects.toMatchObject({ code: 'not_found' });
  await session(id, 1, { visibility: 'fitting', eligibility: { atom: 'category', in: ['company'] } });
  await expect(showOwnSeries({ actor: lawyer, id })).rejects.toMatchObject({ code: 'not_found' });
});

describe('hours of so many sessions', () => {
  const came = async (activity: Activity) => {
    freezeClock(activity.endsAt);
    const where = { activityId: activity.id, lawyerId: lawyer.lawyerId };
    const { id } = await Registration.findOne({ where, rejectOnEmpty: true });
    await recordPresence({ actor, activityId: activity.id, input: { registrationIds: [id], mark: 'present' } });
    freezeClock(activity.endsAt + 2 * HOUR_MS);
    await settleActivity({ activityId: activity.id });
  };
  const hours = () =>
    transaction(async (t) => {
      const records = await recordsOf(hoursRecords, { subjectKind: 'lawyer', subjectId: lawyer.lawyerId }, t);
      return records.map(({ title }) => title).sort();
    });

  test('come with the session that makes them enough, for those before as well', async () => {
    const id = await makeSeries({ needed: 2 });
    const all = [await session(id, 1), await session(id, 2), await session(id, 3)] as const;
    await join(id);
    await came(all[0]);
    expect(await hours()).toEqual([]);
    await came(all[1]);
    expect(await hours()).toEqual(['第1场', '第2场']);
    await came(all[2]);
    expect(await hours()).toEqual(['第1场', '第2场', '第3场']);
    expect(await showOwnSeries({ actor: lawyer, id })).toMatchObject({ attended: 3, needed: 2 });
  });

  test('need no session that was cancelled', async () => {
    const id = await makeSeries({ needed: 2 });
    const [first, second] = [await session(id, 1), await session(id, 2)];
    await join(id);
    const input = { version: 1, title: second.title, reason: '台风', isUrgent: false };
    await cancelActivity({ actor, id: second.id, input });
    await windUpActivity({ activityId: second.id });
    await came(first);
    expect(await hours()).toEqual(['第1场']);
  });
});

describe('staff', () => {
  const terms = { admission: 'order' as const, form: [], seriesId: null };

  test('make sessions of 整期报名 that one tap can sign up for, and no others', async () => {
    const id = await makeSeries();
    const make = (more: object) =>
      createActivity({ actor, input: { ...activityInput(), ...terms, seriesId: id, ...more } });
    const refused = { fields: { seriesId: '整期报名的系列，各场须先到先得、免费、不分组、没有报名表项目' } };
    await expect(make({ admission: 'review' })).rejects.toMatchObject(refused);
    await expect(make({ groups: [{ name: '', capacity: 3, eligibility: null, feeFen: 100 }] })).rejects.toMatchObject(
      refused,
    );
    await make({});
    await expect(make({ seriesId: 999_999 })).rejects.toMatchObject({
      fields: { seriesId: '该系列已不存在，请重新选择' },
    });
  });

  test('change everything while nobody is in it, and afterwards nothing that was promised', async () => {
    const id = await makeSeries({ way: 'each', needed: 1 });
    await session(id, 1, { admission: 'review' });
    const change = (version: number, more: object) =>
      updateSeries({
        actor,
        id,
        input: { title: '训练营', details: '<p>共三场。</p>', way: 'each', needed: 1, version, ...more },
      });
    await expect(change(1, { way: 'whole' })).rejects.toMatchObject({
      fields: { way: expect.stringMatching(/不符合的：“第1场”$/) as unknown },
    });
    await session(id, 2);
    const two = (await showSeries(id)).sessions[1]!;
    const page = await showActivity({ actor: lawyer, id: two.id });
    const input = { groupId: page.groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
    await change(1, { needed: 2 });
    await signUp({ actor: lawyer, activityId: two.id, input });
    expect((await showSeries(id)).isFree).toBe(false);
    await expect(change(2, { needed: 3 })).rejects.toMatchObject({
      fields: { needed: '已有人报名，记学时的场数只能减少' },
    });
    await expect(change(2, { way: 'whole', needed: 1 })).rejects.toMatchObject({
      fields: { way: '已有人报名，不能改变报名方式' },
    });
    await change(2, { needed: 1 });
    await expect(change(2, {})).rejects.toMatchObject({ code: 'changed_meanwhile' });
    const { version } = await Activity.findByPk(two.id, { rejectOnEmpty: true });
    const groups = page.groups.map(({ id: group, name, capacity }) => ({
      id: group,
      name,
      capacity,
      eligibility: null,
      feeFen: 0,
    }));
    const every = ['neverCancels', 'neverLeaves', 'gap', 'late', 'offDay', 'clash'] as const;
    const moved = { ...activityInput(), groups, version, acknowledged: [...every], seriesId: null };
    await expect(updateActivity({ actor, id: two.id, input: moved })).rejects.toMatchObject({
      fields: { seriesId: '已有人报名，不能改变所属系列' },
    });
  });
});
