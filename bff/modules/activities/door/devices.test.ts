import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import { memberCode } from '../../../contract/door/code.ts';
import type { SentScan } from '../../../contract/door/schemas.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { AuditEntry } from '../../audit/model.ts';
import { hasSilentDevice } from '../hours/has-silent-device.ts';
import { Presence } from '../presence/model.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { activityKey, digitsAt, registrationName, registrationSecret } from './codes.ts';
import { dismissDevice } from './decide-scan.ts';
import { DoorDevice, Scan } from './model.ts';
import { openDoor } from './open-door.ts';
import { showDoor } from './show-door.ts';
import { takeScans } from './take-scans.ts';

useDatabase();
const NOW = Date.parse('2026-12-01T13:30:00+08:00');
const MINUTE_MS = 60_000;
const actor = staffActor('events');
let lawyers: LawyerActor[];
beforeAll(async () => {
  lawyers = [];
  for (let n = 0; n < 2; n++) lawyers.push((await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor);
});
beforeEach(() => freezeClock(NOW));
afterEach(releaseClock);

const times = { closesAt: NOW + 10 * MINUTE_MS, beginsAt: NOW + 30 * MINUTE_MS, endsAt: NOW + 210 * MINUTE_MS };

/** An activity that begins in half an hour, two who signed up, and a device at its door. */
async function hall() {
  const made = await makeActivity(times);
  const activityId = made.activity.id;
  const registrations = [];
  for (const lawyer of lawyers) {
    const input = { groupId: made.groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
    registrations.push((await signUp({ actor: lawyer, activityId, input })).registrationId);
  }
  const { token } = await openDoor({ actor, activityId, input: { entrance: '1号口' } });
  return { ...made, registrations: registrations as [number, number], token };
}
type Made = Awaited<ReturnType<typeof hall>>;

function scanOf({ activity }: Pick<Made, 'activity'>, number: number, registrationId: number, at = NOW): SentScan {
  const key = activityKey(activity.id);
  const digits = digitsAt(registrationSecret(key, registrationId), at);
  const read = memberCode({ activityId: activity.id, name: registrationName(key, registrationId), digits });
  return { number, read, registrationId, direction: 'in', way: 'code', deviceAt: at, offsetMs: 0 };
}
const send = (token: string, scans: SentScan[], more: { waiting?: number; isLeaving?: boolean } = {}) =>
  takeScans({
    input: { token, scans, sentAt: clock.now(), waiting: 0, since: 0, isLeaving: false, ...more } as never,
  });
const arrivals = async (ids: number[]) =>
  (await Presence.findAll({ where: { registrationId: ids }, order: ['registrationId'] })).map((one) => one.arrivedAt);

test('a server that was restored from a backup is told that scans are missing, and has them once more', async () => {
  const made = await hall();
  const scans = made.registrations.map((id, at) => scanOf(made, at + 1, id));
  expect((await send(made.token, scans)).kept).toBe(2);
  const before = await arrivals(made.registrations);
  // As it was before the door was opened to anybody, but for the device.
  await Scan.destroy({ where: { activityId: made.activity.id } });
  await Presence.destroy({ where: { registrationId: made.registrations } });
  expect((await send(made.token, [])).kept).toBe(0);
  expect((await send(made.token, scans)).kept).toBe(2);
  expect(await arrivals(made.registrations)).toEqual(before);
});

test('nobody waits for a device that has left with everything sent; one that keeps something back has not left', async () => {
  const made = await hall();
  freezeClock(made.activity.endsAt - HOUR_MS);
  await send(made.token, [], { waiting: 3, isLeaving: true });
  freezeClock(made.activity.endsAt + DAY_MS);
  expect(await hasSilentDevice(made.activity)).toBe(true);
  freezeClock(made.activity.endsAt - HOUR_MS);
  await send(made.token, [], { isLeaving: true });
  expect(await hasSilentDevice(made.activity)).toBe(false);
  await expect(send(made.token, [])).rejects.toMatchObject({ code: 'forbidden' });
  const where = { action: 'door.left', targetId: made.activity.id };
  expect(await AuditEntry.findAll({ where })).toHaveLength(1);
});

test('a device that was dismissed and is opened anew brings what it read before; who was none of this door does not', async () => {
  const [other, made] = [await hall(), await hall()];
  const [a, b] = made.registrations;
  const [device] = await DoorDevice.findAll({ where: { activityId: made.activity.id } });
  await dismissDevice({ actor, id: device!.id });
  freezeClock(NOW + 20 * MINUTE_MS);
  const open = async (former: string) => {
    const input = { entrance: '1号口', former };
    return (await openDoor({ actor, activityId: made.activity.id, input })).token;
  };
  await send(await open(made.token), [scanOf(made, 1, a)]);
  expect(await arrivals([a])).toEqual([NOW]);
  // Control: another door's token, and one that nobody was ever given.
  for (const former of [other.token, 'x'.repeat(43)]) await send(await open(former), [scanOf(made, 1, b)]);
  expect(await arrivals([b])).toEqual([]);
  const { doubts } = await showDoor({ activityId: made.activity.id });
  expect(doubts.map(({ doubt }) => doubt)).toEqual(['early', 'early']);
});

test('the list names what else takes place these days, so that a code at the wrong door says where it belongs', async () => {
  const near = await makeActivity({ ...times, title: '税法讲座' });
  const far = await makeActivity({ ...times, beginsAt: NOW + 20 * DAY_MS, endsAt: NOW + 21 * DAY_MS });
  const draft = await makeActivity(times);
  await draft.activity.update({ state: 'draft' });
  const made = await hall();
  const opened = await openDoor({ actor, activityId: made.activity.id, input: { entrance: '2号口' } });
  const ids = opened.others.map(({ id }) => id);
  expect(ids).toContain(near.activity.id);
  for (const { activity } of [far, draft, made]) expect(ids).not.toContain(activity.id);
  await send(opened.token, [
    { ...scanOf({ activity: near.activity }, 1, made.registrations[0]), registrationId: null },
  ]);
  const { doubts } = await showDoor({ activityId: made.activity.id });
  expect(doubts[0]).toMatchObject({ doubt: 'other', read: '“税法讲座”的签到码' });
});
