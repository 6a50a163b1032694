import { afterEach, beforeEach, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeHours } from '../../../test/factories/record.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { updateSettings } from '../../settings/update-settings.ts';
import { Lawyer } from '../../registry/model.ts';
import { Activity, Registration } from '../model.ts';
import { showOwnHours } from './show-own-hours.ts';
import { signUp } from './sign-up.ts';

useDatabase();
let actor: LawyerActor;
beforeEach(async () => {
  freezeClock('2026-10-10T09:00:00+08:00');
  await Activity.update({ state: 'hidden' }, { where: {} });
  const { id: firmId } = await makeFirm();
  actor = (await memberActor({ lawyerId: (await makeLawyer({ firmId })).id })) as LawyerActor;
});
afterEach(releaseClock);

const join = async ({ activity, groups }: Awaited<ReturnType<typeof makeActivity>>) => {
  const input = { groupId: groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
  await signUp({ actor, activityId: activity.id, input });
};

test('what counts by year, what is missing, and what is to come', async () => {
  const { lawyerId } = actor;
  await makeHours({ lawyerId, title: '去年的讲座', heldOn: '2025-12-31', hours: 4 });
  await makeHours({ lawyerId, title: '今年的讲座', heldOn: '2026-01-01', hours: 3 });
  await makeHours({ lawyerId, title: '有异议的讲座', heldOn: '2026-02-01', hours: 2, state: 'disputed' });
  await join(await makeActivity({ hoursTenths: 25 }));
  const hours = await showOwnHours({ actor });
  expect(hours).toMatchObject({ year: 2026, requiredTenths: 400, countedTenths: 30, comingTenths: 25 });
  expect(hours.years.map(({ year, countedTenths, items }) => [year, countedTenths, items.length])).toEqual([
    [2026, 30, 2],
    [2025, 40, 1],
  ]);
});

test('hours of an own activity name it, so that a doubt about them leads there; others name none', async () => {
  const { lawyerId } = actor;
  const made = await makeActivity({ hoursTenths: 25 });
  await join(made);
  const { id } = await makeHours({ lawyerId, title: '本会活动', heldOn: '2026-09-01' });
  await makeHours({ lawyerId, title: '校外课程', heldOn: '2026-09-02' });
  await Registration.update({ hoursRecordId: id }, { where: { lawyerId, activityId: made.activity.id } });
  const { years } = await showOwnHours({ actor });
  const named = years.flatMap(({ items }) => items).map(({ title, activityId }) => [title, activityId]);
  expect(Object.fromEntries(named)).toEqual({ 本会活动: made.activity.id, 校外课程: null });
});

test('what would fill it: open, for him, with hours and a seat, of this year; a clash is said', async () => {
  await join(await makeActivity({ title: '已报名的' }));
  await makeActivity({ title: '同一时间的' });
  await makeActivity({ title: '没有学时的', hoursTenths: 0 });
  await makeActivity({ title: '已满的', capacity: 0 });
  await makeActivity({ title: '不面向他的', eligibility: { atom: 'practice', minYears: 50 } });
  const later = Date.parse('2026-10-10T09:00:00+08:00') + 20 * DAY_MS;
  await makeActivity({ title: '另一天的', beginsAt: later, endsAt: later + HOUR_MS });
  const nextYear = Date.parse('2027-01-01T00:00:00+08:00');
  await makeActivity({ title: '明年的', beginsAt: nextYear, endsAt: nextYear + HOUR_MS });
  const { fills } = await showOwnHours({ actor });
  expect(fills.map(({ title, clash }) => [title, clash])).toEqual([
    ['同一时间的', '已报名的'],
    ['另一天的', ''],
  ]);
});

test('the office says how many are asked for; a firm has none', async () => {
  const ask = async (yearlyHours: number) =>
    updateSettings({ actor: staffActor('administrator'), settings: { ...(await readSettings()), yearlyHours } });
  await ask(0);
  expect(await showOwnHours({ actor })).toMatchObject({ requiredTenths: 0 });
  await ask(40);
  const firm = await memberActor({ firmId: (await makeFirm()).id });
  await expect(showOwnHours({ actor: firm })).rejects.toMatchObject({ code: 'forbidden' });
});

test('of a kind that is missing, what gives it comes first, whatever the sum; why fewer are asked is said', async () => {
  const { lawyerId } = actor;
  const requirement = {
    from: 2026,
    total: 20,
    ethics: 6,
    ethicsOnsite: 4,
    business: 0,
    newlySince: '09-01',
    newlyPercent: 50,
    government: null,
    company: null,
    legalAid: null,
  };
  const before = await readSettings();
  await updateSettings({
    actor: staffActor('administrator'),
    settings: { ...before, hoursRequirements: [requirement] },
  });
  await makeHours({ lawyerId, title: '业务讲座', heldOn: '2026-03-01', hours: 20, kind: 'business' });
  await makeHours({ lawyerId, title: '纪律讲座', heldOn: '2026-03-02', hours: 2, kind: 'ethics' });
  await makeHours({ lawyerId, title: '网络课程', heldOn: '2026-03-04', hours: 3, kind: 'ethics', mode: 'online' });
  await makeHours({
    lawyerId,
    title: '有异议的纪律讲座',
    heldOn: '2026-03-03',
    hours: 4,
    kind: 'ethics',
    state: 'disputed',
  });
  await makeActivity({ title: '业务活动' });
  await makeActivity({ title: '纪律活动', kind: 'ethics' });
  const hours = await showOwnHours({ actor });
  expect(hours).toMatchObject({ requiredTenths: 200, countedTenths: 250, why: '' });
  expect(hours.parts).toEqual([
    { kind: 'ethics', requiredTenths: 60, countedTenths: 50, requiredOnsiteTenths: 40, countedOnsiteTenths: 20 },
  ]);
  expect(hours.fills.map(({ title, part }) => [title, part])).toEqual([
    ['纪律活动', 'ethics'],
    ['业务活动', null],
  ]);
  // Enough of the kind, but too little of it on the spot: what is online fills nothing.
  await makeHours({ lawyerId, title: '又一网络课程', heldOn: '2026-03-05', hours: 5, kind: 'ethics', mode: 'online' });
  await makeActivity({ title: '线上纪律活动', kind: 'ethics', isOnline: true });
  const onsite = await showOwnHours({ actor });
  expect(onsite.parts).toMatchObject([{ countedTenths: 100, countedOnsiteTenths: 20 }]);
  expect(onsite.fills.filter(({ part }) => part === 'ethics').map(({ title }) => title)).toEqual(['纪律活动']);
  await Lawyer.update({ firstPractisedOn: '2026-09-01' }, { where: { id: lawyerId } });
  expect(await showOwnHours({ actor })).toMatchObject({
    requiredTenths: 100,
    parts: [{ kind: 'ethics', requiredTenths: 30, requiredOnsiteTenths: 20 }],
    why: '您于2026-09-01或以后首次执业，当年按50%计',
  });
  await updateSettings({
    actor: staffActor('administrator'),
    settings: { ...(await readSettings()), hoursRequirements: [] },
  });
});
