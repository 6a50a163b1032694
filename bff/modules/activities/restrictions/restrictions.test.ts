import { afterEach, beforeEach, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { activityInput, makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { doDueWork } from '../../../test/office.ts';
import { AuditEntry } from '../../audit/model.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { updateSettings } from '../../settings/update-settings.ts';
import { Activity, Registration } from '../model.ts';
import { updateActivity } from '../office/update-activity.ts';
import { recordPresence } from '../presence/record-presence.ts';
import { declineOffer } from '../signing-up/answer-offer.ts';
import { cancelRegistration } from '../signing-up/cancel-registration.ts';
import { showActivity } from '../signing-up/show-activity.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { excuseAbsence, excuseAbsences } from './excuse-absences.ts';
import { liftRestriction } from './lift-restriction.ts';
import { listRestrictions } from './list-restrictions.ts';
import { Restriction } from '../restricted/model.ts';
import { showOwnRestrictions } from './show-own-restrictions.ts';
import { weighAbsences } from './weigh-absences.ts';

useDatabase();
const staff = staffActor('events');
let actor: LawyerActor;
beforeEach(async () => {
  freezeClock('2026-12-01T09:00:00+08:00');
  actor = (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor;
});
afterEach(releaseClock);

type Made = Awaited<ReturnType<typeof makeActivity>>;
const enlist = async ({ activity, groups }: Made, who = actor, waits = true) => {
  const input = { groupId: groups[0]!.id, answers: {}, waits, idempotencyKey: newKey() };
  return (await signUp({ actor: who, activityId: activity.id, input })).registrationId;
};
const mark = (activityId: number, id: number, what: 'absent' | 'present' | 'unknown') =>
  recordPresence({ actor: staff, activityId, input: { registrationIds: [id], mark: what } });

/** Signed up, did not come; the job that follows is done. The clock stands after it. */
async function missed(more: Parameters<typeof makeActivity>[0] = {}) {
  const made = await makeActivity({ capacity: 50, ...more });
  const id = await enlist(made, actor, false);
  freezeClock(made.activity.endsAt + HOUR_MS);
  await mark(made.activity.id, id, 'absent');
  await doDueWork();
  return { ...made, id };
}
const current = () => showOwnRestrictions({ actor }).then(({ current: now }) => now);
const told = async () =>
  (await InboxEntry.findAll({ where: { memberId: actor.lawyerId, event: 'activity_restricted' }, order: ['id'] })).map(
    ({ body }) => body,
  );

test('the third absence in twelve months restricts for sixty days, and is warned of before it does', async () => {
  await missed();
  expect(await told()).toEqual([]);
  await missed();
  expect(await told()).toEqual([expect.stringContaining('已爽约2次，再有1次')]);
  expect(await current()).toBeNull();
  await missed();
  const now = clock.now();
  expect((await told()).at(-1)).toContain('爽约3次');
  expect(Date.parse((await current())!.until)).toBe(now + 60 * DAY_MS);
  const { absences, counting, limit } = await showOwnRestrictions({ actor });
  expect([absences.map(({ worth }) => worth), counting, limit]).toEqual([['used', 'used', 'used'], 0, 3]);
  // Said twice it is one, and nobody is told again.
  const before = (await told()).length;
  await weighAbsences({ lawyerId: actor.lawyerId });
  expect([(await told()).length, await Restriction.count({ where: { lawyerId: actor.lawyerId } })]).toEqual([
    before,
    1,
  ]);
  // Half-open: at the instant itself it has ended.
  freezeClock(now + 60 * DAY_MS - 1);
  expect(await current()).not.toBeNull();
  freezeClock(now + 60 * DAY_MS);
  expect(await current()).toBeNull();
});

test('of two that are weighed at once one restricts', async () => {
  for (let n = 0; n < 2; n++) await missed();
  const made = await makeActivity({ capacity: 50 });
  const id = await enlist(made, actor, false);
  freezeClock(made.activity.endsAt + HOUR_MS);
  await mark(made.activity.id, id, 'absent');
  const { lawyerId } = actor;
  await Promise.all([weighAbsences({ lawyerId }), weighAbsences({ lawyerId }), weighAbsences({ lawyerId })]);
  expect(await Restriction.count({ where: { lawyerId } })).toBe(1);
});

/** A restriction, as three absences make it. */
async function restricted(): Promise<Restriction> {
  const untilAt = clock.now() + 60 * DAY_MS;
  return Restriction.create({ lawyerId: actor.lawyerId, fromAt: clock.now(), untilAt, causes: [] });
}

test('whoever is restricted waits for the first day, beside free seats, and is served when it is over', async () => {
  await restricted();
  const made = await makeActivity({ capacity: 2 });
  const { opensAt } = made.activity;
  const { can, restriction } = await showActivity({ actor, id: made.activity.id });
  expect(restriction).toEqual({ until: expect.any(String), servedFrom: new Date(opensAt + DAY_MS).toISOString() });
  expect(can.signUp).toMatchObject({ note: expect.stringContaining('前只能加入候补') });
  await expect(enlist(made, actor, false)).rejects.toThrow('因爽约受限');
  const id = await enlist(made);
  const state = async () => (await Registration.findByPk(id, { rejectOnEmpty: true })).state;
  expect([await state(), (await made.activity.reload()).taken]).toEqual(['waiting', 0]);
  // Somebody else signs up past him meanwhile.
  const other = (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor;
  await enlist(made, other);
  freezeClock(opensAt + DAY_MS - 1);
  await doDueWork();
  expect(await state()).toBe('waiting');
  freezeClock(opensAt + DAY_MS);
  await doDueWork();
  expect(await state()).toBe('offered');
});

test('control: without a restriction the same sign-up has its seat at once; after the first day so has a restricted one', async () => {
  const free = await makeActivity({ capacity: 2 });
  await enlist(free, actor, false);
  expect((await free.activity.reload()).taken).toBe(1);
  await restricted();
  const later = await makeActivity({ capacity: 2, opensAt: clock.now() - DAY_MS });
  await enlist(later, actor, false);
  expect((await later.activity.reload()).taken).toBe(1);
  // Who has a seat keeps it.
  const { own } = await showActivity({ actor, id: free.activity.id });
  expect(own?.state).toBe('registered');
});

test('of a popular activity nothing is left for whoever is restricted; others who wait come first within the day', async () => {
  await restricted();
  const made = await makeActivity({ capacity: 1 });
  const mine = await enlist(made);
  const others: number[] = [];
  for (let n = 0; n < 2; n++) {
    const other = (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor;
    others.push(await enlist(made, other));
  }
  const states = async () => {
    const ids = [mine, ...others];
    return Promise.all(ids.map(async (id) => (await Registration.findByPk(id, { rejectOnEmpty: true })).state));
  };
  expect(await states()).toEqual(['waiting', 'registered', 'waiting']);
  const first = await Registration.findByPk(others[0]!, { rejectOnEmpty: true });
  const account = (await memberActor({ lawyerId: first.lawyerId })) as LawyerActor;
  await cancelRegistration({ actor: account, id: first.id });
  expect(await states()).toEqual(['waiting', 'cancelled', 'offered']);
});

test('without a waiting list it is said from when he may sign up; drawn and chosen activities know no rush', async () => {
  await restricted();
  const none = await makeActivity({ capacity: 2, waiting: 'none' });
  const { can } = await showActivity({ actor, id: none.activity.id });
  expect(can.signUp).toMatchObject({ until: null, reason: expect.stringContaining('本活动不设候补') });
  await expect(enlist(none)).rejects.toThrow('起仍有名额的可以报名');
  const chosen = await makeActivity({ admission: 'review' });
  expect((await showActivity({ actor, id: chosen.activity.id })).restriction).toBeNull();
});

test('what does not count: excused, online, moved after signing up, taken back, older than the months', async () => {
  await missed({ isOnline: true });
  const moved = await makeActivity({ capacity: 50 });
  const id = await enlist(moved, actor, false);
  const { opensAt, closesAt, beginsAt, endsAt, version } = moved.activity;
  const groups = moved.groups.map(({ id: groupId, name, capacity, eligibility, feeFen }) => ({
    id: groupId,
    name,
    capacity,
    eligibility,
    feeFen,
  }));
  freezeClock(clock.now() + HOUR_MS);
  const acknowledged = ['neverCancels', 'neverLeaves', 'gap', 'late', 'offDay', 'clash'] as const;
  const same = { opensAt, closesAt, groups, version, acknowledged: [...acknowledged] };
  const input = { ...activityInput({ capacity: 50 }), ...same, beginsAt: beginsAt + HOUR_MS, endsAt: endsAt + HOUR_MS };
  await updateActivity({ actor: staff, id: moved.activity.id, input });
  freezeClock(endsAt + 2 * HOUR_MS);
  await mark(moved.activity.id, id, 'absent');
  const excused = await missed();
  await excuseAbsence({ actor: staff, id: excused.id, input: { reason: '参加听证' } });
  await expect(excuseAbsence({ actor: staff, id: excused.id, input: { reason: '参加听证' } })).rejects.toThrow(
    '已经免除',
  );
  const undone = await missed();
  await mark(undone.activity.id, undone.id, 'unknown');
  await missed();
  await doDueWork();
  const { absences, counting } = await showOwnRestrictions({ actor });
  expect([counting, absences.map(({ worth }) => worth).sort()]).toEqual([1, ['counts', 'excused', 'moved', 'online']]);
  expect(absences.find(({ worth }) => worth === 'excused')?.reason).toBe('参加听证');
  // A year later it is forgotten, and two more do not restrict.
  freezeClock(clock.now() + 370 * DAY_MS);
  for (let n = 0; n < 2; n++) await missed();
  expect(await current()).toBeNull();
});

test('one that is excused, or of somebody who came after all, ends the restriction it led to; the others count again', async () => {
  const all = [await missed(), await missed(), await missed()];
  expect(await current()).not.toBeNull();
  await excuseAbsences({ actor: staff, id: all[0]!.activity.id, input: { reason: '会场停电' } });
  await doDueWork();
  expect(await current()).toBeNull();
  expect((await told()).join()).toContain('限制已解除');
  expect((await showOwnRestrictions({ actor })).counting).toBe(2);
  await missed();
  expect(await current()).not.toBeNull();
  await mark(all[1]!.activity.id, all[1]!.id, 'present');
  await doDueWork();
  expect(await current()).toBeNull();
  const lines = await AuditEntry.findAll({ where: { action: 'activity.absences-excused' } });
  expect(lines.at(-1)?.detail).toBe('1人：会场停电');
});

test('staff lift it with a reason that is told and stands in the log; its absences do not count again', async () => {
  for (let n = 0; n < 3; n++) await missed();
  const { items } = await listRestrictions({ limit: 50, state: 'current' });
  const row = items.find(({ absences }) => absences.length === 3)!;
  expect(row.absences.every(({ worth }) => worth === 'used')).toBe(true);
  const lift = () => liftRestriction({ actor: staff, id: row.id, input: { reason: '因公出差，申诉属实' } });
  await lift();
  await expect(lift()).rejects.toThrow('已经解除');
  expect(await current()).toBeNull();
  expect((await told()).at(-1)).toContain('因公出差，申诉属实');
  const line = await AuditEntry.findOne({ where: { action: 'restriction.lifted', targetId: actor.lawyerId } });
  expect(line?.detail).toBe('因公出差，申诉属实');
  await weighAbsences({ lawyerId: actor.lawyerId });
  expect(await current()).toBeNull();
  const lifted = (await listRestrictions({ limit: 50, state: 'lifted' })).items.find(({ id }) => id === row.id);
  expect(lifted).toMatchObject({ state: 'lifted', liftReason: '因公出差，申诉属实', liftedBy: staff.name });
});

test('the office sets how many, in how many months, for how long; 0 restricts nobody', async () => {
  const set = async (more: object) =>
    updateSettings({ actor: staffActor('administrator'), settings: { ...(await readSettings()), ...more } });
  await set({ noShowLimit: 0 });
  for (let n = 0; n < 4; n++) await missed();
  expect([await current(), await told()]).toEqual([null, []]);
  expect((await showOwnRestrictions({ actor })).rule).toBe('目前不因爽约限制报名。');
  await set({ noShowLimit: 1, noShowDays: 7 });
  await weighAbsences({ lawyerId: actor.lawyerId });
  expect(Date.parse((await current())!.until)).toBe(clock.now() + 7 * DAY_MS);
  await set({ noShowLimit: 3, noShowDays: 60 });
});

test('a cancelled activity leaves no absence', async () => {
  const { activity } = await missed();
  await Activity.update({ state: 'cancelled' }, { where: { id: activity.id } });
  expect((await showOwnRestrictions({ actor })).absences).toEqual([]);
});

test('whom absences restrict after he has joined the waiting list is passed over at the offer, told so, and served later', async () => {
  const made = await makeActivity({ capacity: 1 });
  const [first, next] = await Promise.all([
    memberActor({ lawyerId: (await makeLawyer()).id }),
    memberActor({ lawyerId: (await makeLawyer()).id }),
  ]);
  const seated = await enlist(made, first as LawyerActor);
  const own = await enlist(made);
  const behind = await enlist(made, next as LawyerActor);
  await restricted();
  await cancelRegistration({ actor: first, id: seated });
  const stateOf = async (id: number) => (await Registration.findByPk(id, { rejectOnEmpty: true })).state;
  expect([await stateOf(own), await stateOf(behind)]).toEqual(['waiting', 'offered']);
  const [note] = await InboxEntry.findAll({ where: { memberId: actor.lawyerId }, order: [['id', 'DESC']], limit: 1 });
  expect(note!.body).toContain('因爽约受限');
  // Once it is known who wants the seats, he is the next again.
  await declineOffer({ actor: next, id: behind });
  expect(await stateOf(own)).toBe('waiting');
  freezeClock(made.activity.opensAt + DAY_MS);
  await doDueWork();
  expect(await stateOf(own)).toBe('offered');
});

test('an activity may be for those alone who came: what counts is counted, and neither firm nor page says which it was', async () => {
  const eligibility = { atom: 'noShow', fewerThan: 1 } as const;
  const unmet = async () => {
    const { activity } = await makeActivity({ eligibility });
    return (await showActivity({ actor, id: activity.id })).unmet;
  };
  expect(await unmet()).toEqual([]);
  const { id } = await missed();
  expect(await unmet()).toEqual(['目前不符合活动到场方面的要求，详情由律师本人在“我的限制”中查看']);
  await excuseAbsence({ actor: staff, id, input: { reason: '停电' } });
  expect(await unmet()).toEqual([]);
  await missed({ isOnline: true });
  expect(await unmet()).toEqual([]);
});
