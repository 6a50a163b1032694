import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { HALL_STEP_MS, hallCode } from '../../../contract/door/code.ts';
import { HOUR_MS } from '../../../contract/dates.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { settleActivity } from '../hours/settle-activity.ts';
import { Activity, ActivityGroup } from '../model.ts';
import { Presence } from '../presence/model.ts';
import { writePresence } from '../presence/write-presence.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { hallDigits, hallMac } from './codes.ts';
import { arrive } from './hall.ts';
import { openDoor } from './open-door.ts';
import { recountPresences } from './recount-presences.ts';
import { takeScans } from './take-scans.ts';

useDatabase();
const NOW = Date.parse('2026-12-01T13:30:00+08:00');
let lawyer: LawyerActor;
let other: LawyerActor;
beforeAll(async () => {
  lawyer = (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor;
  other = (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor;
});
beforeEach(() => freezeClock(NOW));
afterEach(releaseClock);

/** Another one, who is there. */
async function signUpAndCome(activityId: number): Promise<number> {
  const group = await ActivityGroup.findOne({ where: { activityId }, rejectOnEmpty: true });
  const input = { groupId: group.id, answers: {}, waits: false, idempotencyKey: newKey() };
  const { registrationId } = await signUp({ actor: other, activityId, input });
  const seen = { outcome: 'present', arrivedAt: NOW, leftAt: null, way: 'hand' } as const;
  await transaction((t) => writePresence({ registrationId, seen, by: null }, t));
  return registrationId;
}

/** An activity that begins in half an hour, with one who signed up and one who did not. */
async function hall() {
  const times = { closesAt: NOW + HOUR_MS / 4, beginsAt: NOW + HOUR_MS / 2, endsAt: NOW + 3 * HOUR_MS };
  const { activity, groups } = await makeActivity(times);
  const input = { groupId: groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
  const { registrationId } = await signUp({ actor: lawyer, activityId: activity.id, input });
  return { id: activity.id, came: () => Presence.findOne({ where: { registrationId } }) };
}

test('nobody is absent while a device of the door may still hold scans', async () => {
  const { id, came } = await hall();
  const actor = staffActor('events');
  const present = await signUpAndCome(id);
  const door = await openDoor({ actor, activityId: id, input: { entrance: '1号口' } });
  const { endsAt } = await Activity.findByPk(id, { rejectOnEmpty: true });
  freezeClock(endsAt + 25 * HOUR_MS);
  await settleActivity({ activityId: id });
  expect(await came()).toBeNull();
  const sent = { token: door.token, scans: [], sentAt: endsAt + 25 * HOUR_MS, since: 0, isLeaving: false };
  await takeScans({ input: { ...sent, waiting: 2 } });
  await settleActivity({ activityId: id });
  expect(await came()).toBeNull();
  await takeScans({ input: { ...sent, waiting: 0 } });
  await settleActivity({ activityId: id });
  expect(await came()).toMatchObject({ outcome: 'absent' });
  expect((await Presence.findOne({ where: { registrationId: present } }))?.outcome).toBe('present');
});

describe('the code on the screen of the hall', () => {
  const shown = (id: number, at: number) => {
    const step = Math.floor(at / HALL_STEP_MS);
    return hallCode({ activityId: id, step, mac: hallMac(id, step) });
  };
  test('lets in who signed up, once, with what the host says, while it is fresh', async () => {
    const { id, came } = await hall();
    const digits = hallDigits(id);
    const go = (code: string, said = digits, actor = lawyer) => arrive({ actor, input: { code, digits: said } });
    await expect(go(shown(id, NOW - 181_000))).rejects.toThrow('已过期');
    await expect(go(shown(id, NOW + 60_000))).rejects.toThrow('已过期');
    await expect(go(shown(id, NOW), digits === '0000' ? '0001' : '0000')).rejects.toMatchObject({
      code: 'invalid_fields',
    });
    await expect(go(shown(id, NOW), digits, other)).rejects.toThrow('没有报名');
    const forged = hallCode({ activityId: id, step: Math.floor(NOW / HALL_STEP_MS), mac: 'A'.repeat(16) });
    await expect(go(forged)).rejects.toThrow('已过期');
    expect(await go(shown(id, NOW))).toMatchObject({ isFirst: true });
    expect(await go(shown(id, NOW))).toMatchObject({ isFirst: false });
    expect(await came()).toMatchObject({ outcome: 'present', arrivedAt: NOW, way: 'hall' });
    // What devices send afterwards does not take it back.
    await transaction((t) => recountPresences(id, t));
    expect(await came()).toMatchObject({ outcome: 'present', arrivedAt: NOW, way: 'hall' });
  });
});
