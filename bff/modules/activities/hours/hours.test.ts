import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { LawyerActor } from '../../../actor.ts';
import type { PresenceMark } from '../../../contract/activities/enums.ts';
import { DAY_MS, HOUR_MS, toShanghaiDate } from '../../../contract/dates.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { activityInput, makeActivity } from '../../../test/factories/activities/activity.ts';
import { certificateOf, doubtsOf, newKey, submit, wordsOf } from '../../../test/factories/certificate.ts';
import { makeHours } from '../../../test/factories/record.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { jobRows } from '../../../test/jobs.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { ActivityHours } from '../../registry/records/record-model.ts';
import { hoursRecords } from '../../registry/records/hours-records.ts';
import { findRecord } from '../../registry/records/record-kind.ts';
import { removeRecord } from '../../registry/records/remove-record.ts';
import { updateRecord } from '../../registry/records/update-record.ts';
import { Registration, type Activity } from '../model.ts';
import { removeRegistration } from '../office/remove-registration.ts';
import { updateActivity } from '../office/update-activity.ts';
import { Presence } from '../presence/model.ts';
import { recordPresence } from '../presence/record-presence.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { settleActivity } from './settle-activity.ts';

useOffice();
afterEach(releaseClock);

const actor = staffActor('events');
const MINUTE_MS = 60_000;
let lawyers: LawyerActor[];
let activity: Activity;
let ids: number[];

/** An activity that ended three hours ago, and two who signed up for it in time. */
beforeEach(async () => {
  const now = clock.now();
  const instants = { beginsAt: now - 6 * HOUR_MS, endsAt: now - 3 * HOUR_MS, closesAt: now - DAY_MS };
  freezeClock(now - 5 * DAY_MS);
  const made = await makeActivity({ ...instants, hoursTenths: 30 });
  activity = made.activity;
  const { id: firmId } = await makeFirm();
  [lawyers, ids] = [[], []];
  for (let n = 0; n < 2; n++) {
    const lawyer = (await memberActor({ lawyerId: (await makeLawyer({ firmId })).id })) as LawyerActor;
    const input = { groupId: made.groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
    lawyers.push(lawyer);
    ids.push((await signUp({ actor: lawyer, activityId: activity.id, input })).registrationId);
  }
  releaseClock();
});

const mark = (as: PresenceMark, ...registrationIds: number[]) =>
  recordPresence({ actor, activityId: activity.id, input: { registrationIds, mark: as } });
const settle = () => settleActivity({ activityId: activity.id });
const hoursOf = async (n: number) =>
  (await ActivityHours.findAll({ where: { lawyerId: lawyers[n]!.lawyerId } })).map(({ title, tenths, heldOn }) => ({
    title,
    tenths,
    heldOn,
  }));
const written = () => ({ title: activity.title, tenths: 30, heldOn: toShanghaiDate(activity.beginsAt) });

describe('hours', () => {
  test('are written two hours after the end, once, for whoever came in time', async () => {
    freezeClock(activity.beginsAt + 15 * MINUTE_MS - 1);
    await mark('present', ids[0]!);
    freezeClock(activity.beginsAt + 15 * MINUTE_MS);
    await mark('present', ids[1]!);
    freezeClock(activity.endsAt + 2 * HOUR_MS - 1);
    await settle();
    expect(await hoursOf(0)).toEqual([]);
    freezeClock(activity.endsAt + 2 * HOUR_MS);
    await settle();
    await settle();
    expect([await hoursOf(0), await hoursOf(1)]).toEqual([[written()], []]);
  });

  test('of what was online say so', async () => {
    await activity.update({ isOnline: true });
    await mark('present', ids[0]!);
    await settle();
    const [hours] = await ActivityHours.findAll({ where: { lawyerId: lawyers[0]!.lawyerId } });
    expect(hours).toMatchObject({ mode: 'online' });
  });

  test('whoever left more than a quarter of an hour before the end has none', async () => {
    await mark('present', ...ids);
    const leftAt = (n: number, at: number) => Presence.update({ leftAt: at }, { where: { registrationId: ids[n]! } });
    await leftAt(0, activity.endsAt - 15 * MINUTE_MS);
    await leftAt(1, activity.endsAt - 15 * MINUTE_MS - 1);
    await settle();
    expect([await hoursOf(0), await hoursOf(1)]).toEqual([[written()], []]);
  });

  test('go back with what they rested on, and come again', async () => {
    await mark('present', ...ids);
    await settle();
    await mark('unknown', ids[0]!);
    await removeRegistration({ actor, id: ids[1]!, input: { reason: '冒名签到' } });
    await settle();
    expect([await hoursOf(0), await hoursOf(1)]).toEqual([[], []]);
    await mark('present', ids[0]!);
    await settle();
    expect(await hoursOf(0)).toEqual([written()]);
  });

  test('what the registrar decided by hand stays: entered before, removed, disputed', async () => {
    await makeHours({ ...written(), lawyerId: lawyers[0]!.lawyerId, hours: 2 });
    await mark('present', ...ids);
    await settle();
    expect(await hoursOf(0)).toEqual([{ ...written(), tenths: 20 }]);
    const { hoursRecordId } = await Registration.findByPk(ids[1]!, { rejectOnEmpty: true });
    const row = await findRecord(hoursRecords, { id: hoursRecordId! });
    const { title, heldOn, hours, remark, version } = row;
    const disputed = { title, heldOn, hours, remark, version, state: 'disputed' } as const;
    await updateRecord({ actor, kind: hoursRecords, id: row.id, input: disputed });
    await settle();
    expect(await findRecord(hoursRecords, { id: row.id })).toMatchObject({ state: 'disputed' });
    await removeRecord({ actor, kind: hoursRecords, id: row.id, version: version + 1 });
    await settle();
    expect(await hoursOf(1)).toEqual([]);
  });

  test('are ordered with the first who is seen, for two hours after the end', async () => {
    freezeClock(activity.beginsAt);
    await mark('present', ...ids);
    const at = activity.endsAt + 2 * HOUR_MS;
    const orders = (await jobRows()).filter(({ name, runAt }) => name === 'settle-activity' && runAt === at);
    expect(orders).toHaveLength(1);
  });

  test('do not change once somebody came', async () => {
    freezeClock(activity.beginsAt);
    await mark('present', ids[0]!);
    const { version, opensAt, closesAt, beginsAt, endsAt } = await activity.reload();
    const entered = { ...activityInput(), opensAt, closesAt, beginsAt, endsAt, hoursTenths: 10 };
    const input = { ...entered, version, acknowledged: ['late', 'offDay', 'clash', 'gap'] as never };
    const edit = updateActivity({ actor, id: activity.id, input });
    await expect(edit).rejects.toMatchObject({ fields: { hoursTenths: '已有人签到，不能再改活动类型和学时' } });
  });
});

test('活动参加（学时）证明 needs no person the same evening', async () => {
  await mark('present', ids[0]!);
  await settle();
  const year = Number(toShanghaiDate(activity.beginsAt).slice(0, 4));
  const application = await submit(lawyers[0]!, { type: 'lawyer-hours', since: undefined, year });
  expect([application.state, doubtsOf(application)]).toEqual(['decided', []]);
  await doDueWork();
  const words = await wordsOf(await certificateOf(application.id));
  expect(words).toContain('共计3学时');
  expect(words).toContain(activity.title);
});

describe('缺席', () => {
  const outcomes = async () =>
    (await Presence.findAll({ where: { registrationId: ids }, order: ['registrationId'] })).map(
      ({ outcome, way }) => `${outcome} ${way}`,
    );

  test('a day after the end, of whoever was not seen; he is told', async () => {
    await mark('present', ids[0]!);
    freezeClock(activity.endsAt + DAY_MS - 1);
    await settle();
    expect(await outcomes()).toEqual(['present hand']);
    freezeClock(activity.endsAt + DAY_MS);
    await settle();
    await settle();
    expect(await outcomes()).toEqual(['present hand', 'absent rule']);
    const told = await InboxEntry.findAll({ where: { memberId: lawyers[1]!.lawyerId, event: 'activity_ended' } });
    expect(told.map(({ body }) => body).join()).toContain('已记缺席');
    expect(told).toHaveLength(1);
  });

  test('of nobody where nobody was seen', async () => {
    freezeClock(activity.endsAt + DAY_MS);
    await settle();
    expect(await outcomes()).toEqual([]);
  });
});
