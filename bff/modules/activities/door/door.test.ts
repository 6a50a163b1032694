import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { memberCode } from '../../../contract/door/code.ts';
import type { SentScan } from '../../../contract/door/schemas.ts';
import { HOUR_MS } from '../../../contract/dates.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { isFull } from '../../../test/heavy.ts';
import { Registration } from '../model.ts';
import { Presence } from '../presence/model.ts';
import { writePresence } from '../presence/write-presence.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { activityKey, digitsAt, registrationName, registrationSecret } from './codes.ts';
import { decideScan, dismissDevice } from './decide-scan.ts';
import { DoorDevice, Scan } from './model.ts';
import { openDoor } from './open-door.ts';
import { readRoster } from './read-roster.ts';
import { showDoor } from './show-door.ts';
import { takeScans } from './take-scans.ts';

/** The same things in any order. */
const shuffled = <T>(all: T[]): T[] => fc.sample(fc.shuffledSubarray(all, { minLength: all.length }), 1)[0]!;

useDatabase();
let lawyers: LawyerActor[];
const licences: string[] = [];
beforeAll(async () => {
  const { id: firmId } = await makeFirm();
  lawyers = [];
  for (let n = 0; n < 6; n++) {
    const { id, licenceNo } = await makeLawyer({ firmId });
    licences.push(licenceNo);
    lawyers.push((await memberActor({ lawyerId: id })) as LawyerActor);
  }
});
const NOW = Date.parse('2026-12-01T13:30:00+08:00');
const MINUTE_MS = 60_000;
beforeEach(() => freezeClock(NOW));
afterEach(releaseClock);

type Made = Awaited<ReturnType<typeof hall>>;
/** An activity that begins in half an hour, with four who signed up, and two devices at its door. */
async function hall() {
  const made = await makeActivity({
    capacity: 5,
    opensAt: NOW - 48 * HOUR_MS,
    closesAt: NOW + 10 * MINUTE_MS,
    beginsAt: NOW + 30 * MINUTE_MS,
    endsAt: NOW + 210 * MINUTE_MS,
  });
  const registrations = [];
  for (const actor of lawyers.slice(0, 4)) {
    const input = { groupId: made.groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
    registrations.push((await signUp({ actor, activityId: made.activity.id, input })).registrationId);
  }
  const { id } = made.activity;
  const open = (entrance: string) => openDoor({ actor: staffActor('events'), activityId: id, input: { entrance } });
  return { ...made, registrations, doors: [await open('1号口'), await open('2号口')] as const };
}

/** What a member's telephone shows at an instant. */
function codeAt({ activity }: Made, registrationId: number, at: number): string {
  const key = activityKey(activity.id);
  const digits = digitsAt(registrationSecret(key, registrationId), at);
  return memberCode({ activityId: activity.id, name: registrationName(key, registrationId), digits });
}
const scanOf = (made: Made, number: number, registrationId: number, more: Partial<SentScan> & { at?: number } = {}) => {
  const { at = clock.now(), ...rest } = more;
  return {
    number,
    read: codeAt(made, registrationId, at),
    registrationId,
    direction: 'in',
    way: 'code',
    deviceAt: at,
    offsetMs: 0,
    ...rest,
  } satisfies SentScan;
};
const send = (token: string, scans: SentScan[], sentAt = clock.now()) =>
  takeScans({ input: { token, scans: scans as never, sentAt, waiting: 0, since: 0, isLeaving: false } });
const came = async ({ registrations }: Pick<Made, 'registrations'>) => {
  const all = await Presence.findAll({ where: { registrationId: registrations } });
  const of = new Map(all.map((one) => [one.registrationId, one]));
  return registrations.map((id) => {
    const one = of.get(id);
    return one ? [one.outcome, one.arrivedAt, one.leftAt, one.way] : null;
  });
};

describe('a device of the door', () => {
  test('has what it needs and no more, and scans without a session', async () => {
    const made = await hall();
    const [door] = made.doors;
    expect(door.entries).toHaveLength(4);
    expect(Object.keys(door.entries[0]!).sort()).toEqual(
      ['arrivedAt', 'code', 'entrance', 'firm', 'group', 'id', 'licence', 'name', 'phone', 'state'].sort(),
    );
    expect(door.entries[0]).toMatchObject({ licence: licences[0]!.slice(-4) });
    const [one] = made.registrations as [number];
    const answer = await send(door.token, [scanOf(made, 1, one)]);
    expect(answer).toMatchObject({ kept: 1, arrived: [{ id: one, entrance: '1号口' }] });
    expect((await came(made))[0]).toEqual(['present', NOW, null, 'code']);
    // The other entrance hears of it.
    const roster = await readRoster({ token: made.doors[1].token });
    expect(roster.entries.find(({ id }) => id === one)).toMatchObject({ entrance: '1号口' });
    const { devices } = await showDoor({ activityId: made.activity.id });
    await dismissDevice({ actor: staffActor('events'), id: devices[0]!.id });
    await expect(send(door.token, [])).rejects.toMatchObject({ code: 'forbidden' });
    await expect(send('x'.repeat(43), [])).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('whose queue is sent twice, in another order, or between that of another: the same comes of it', async () => {
    const outcomes = [];
    for (let round = 0; round < (isFull ? 40 : 6); round++) {
      freezeClock(NOW);
      const made = await hall();
      const [a, b, c, d] = made.registrations as [number, number, number, number];
      const first = [
        scanOf(made, 1, a),
        scanOf(made, 2, b, { at: NOW + 5 * MINUTE_MS }),
        scanOf(made, 3, a, { at: NOW + 200 * MINUTE_MS, direction: 'out' }),
        scanOf(made, 4, c, { way: 'hand', read: '', at: NOW + 6 * MINUTE_MS }),
      ];
      const second = [
        scanOf(made, 1, b, { at: NOW + 2 * MINUTE_MS }),
        scanOf(made, 2, d, { at: NOW + 3 * MINUTE_MS }),
        scanOf(made, 3, d, { at: NOW + 190 * MINUTE_MS, direction: 'out' }),
        scanOf(made, 4, d, { at: NOW + 201 * MINUTE_MS, direction: 'out' }),
      ];
      freezeClock(NOW + 5 * HOUR_MS);
      const parts = [first, second].flatMap((scans, door) => scans.map((scan) => ({ door, scan })));
      const queue = round === 0 ? parts : shuffled([...parts, ...shuffled(parts).slice(0, 4)]);
      for (const { door, scan } of queue) await send(made.doors[door as 0 | 1].token, [scan]);
      await send(made.doors[0].token, first);
      expect(await Scan.count({ where: { activityId: made.activity.id } })).toBe(8);
      outcomes.push(JSON.stringify(await came(made)));
      const [, second_] = await came(made);
      expect(second_).toEqual(['present', NOW + 2 * MINUTE_MS, null, 'code']);
    }
    expect(new Set(outcomes).size).toBe(1);
  });

  test('sends one batch from two attempts at once: each scan is kept once', async () => {
    const made = await hall();
    const scans = made.registrations.map((id, at) => scanOf(made, at + 1, id));
    await Promise.all([send(made.doors[0].token, scans), send(made.doors[0].token, scans)]);
    expect(await Scan.count({ where: { activityId: made.activity.id } })).toBe(4);
  });

  test('whose clock is an hour wrong: the server’s counts, by what it knew or by what shows now', async () => {
    const made = await hall();
    const [a, b] = made.registrations as [number, number];
    const wrong = -HOUR_MS;
    // It knew the difference when it scanned.
    const known = scanOf(made, 1, a, { deviceAt: NOW + wrong, offsetMs: -wrong });
    // It was set wrong after it had last heard of us.
    const unknown = scanOf(made, 2, b, { deviceAt: NOW + wrong, offsetMs: 0 });
    freezeClock(NOW + 3 * MINUTE_MS);
    await send(made.doors[0].token, [known, unknown], NOW + 3 * MINUTE_MS + wrong);
    expect((await came(made)).slice(0, 2)).toEqual([
      ['present', NOW, null, 'code'],
      ['present', NOW, null, 'code'],
    ]);
    const { devices } = await showDoor({ activityId: made.activity.id });
    expect(devices[0]).toMatchObject({ offsetMs: HOUR_MS, scans: 2 });
  });
});

describe('a code that is not right gives nothing until somebody has looked', () => {
  test.each<[string, (made: Made, id: number) => Promise<Partial<SentScan>>, string]>([
    [
      'of another registration',
      async (made, id) => {
        const key = activityKey(made.activity.id);
        const other = made.registrations.find((one) => one !== id)!;
        const digits = digitsAt(registrationSecret(key, other), NOW);
        return { read: memberCode({ activityId: made.activity.id, name: registrationName(key, id), digits }) };
      },
      'code',
    ],
    ['of another activity', async (_made, id) => ({ read: codeAt(await hall(), id, NOW) }), 'other'],
    ['three minutes old', async (made, id) => ({ read: codeAt(made, id, NOW - 3 * MINUTE_MS) }), 'code'],
    ['of another system', async () => ({ read: 'https://example.org/ticket/1' }), 'unknown'],
    ['read before the list was there', async (made, id) => scanOf(made, 1, id, { at: NOW - 10 * MINUTE_MS }), 'early'],
  ])('%s', async (_name, more, doubt) => {
    const made = await hall();
    const [id] = made.registrations as [number];
    const scan = { ...scanOf(made, 1, id), ...(await more(made, id)) };
    await send(made.doors[0].token, [scan]);
    expect((await came(made))[0]).toBeNull();
    const { doubts } = await showDoor({ activityId: made.activity.id });
    expect(doubts).toEqual([expect.objectContaining({ doubt, decision: '' })]);
    const isKnown = doubts[0]!.can.accept;
    const input = { verdict: 'accepted', note: '' } as const;
    const decided = decideScan({ actor: staffActor('events'), id: doubts[0]!.id, input });
    if (!isKnown) return expect(decided).rejects.toThrow('不知道是谁');
    await decided;
    return expect((await came(made))[0]).toMatchObject(['present', expect.any(Number), null, 'code']);
  });

  test('one step before and after is the same code, two are another', async () => {
    const made = await hall();
    const [a, b] = made.registrations as [number, number];
    await send(made.doors[0].token, [
      { ...scanOf(made, 1, a), read: codeAt(made, a, NOW - 30_000) },
      { ...scanOf(made, 2, b), read: codeAt(made, b, NOW - 60_000) },
    ]);
    expect((await came(made)).map((one) => one !== null)).toEqual([true, false, false, false]);
  });

  test('more than a tenth by hand is looked at, and counts again once more codes have come', async () => {
    const made = await hall();
    const byHand = made.registrations.map((id, at) => scanOf(made, at + 1, id, { way: 'hand', read: '' }));
    await send(made.doors[0].token, byHand.slice(0, 3));
    expect((await came(made)).filter(Boolean)).toHaveLength(3);
    await send(made.doors[0].token, byHand);
    expect((await came(made)).filter(Boolean)).toHaveLength(0);
    expect((await showDoor({ activityId: made.activity.id })).doubts).toHaveLength(4);
    // One code, read forty times, is one person.
    const [a] = made.registrations as [number];
    const codes = Array.from({ length: 40 }, (_, at) => scanOf(made, at + 10, a));
    await send(made.doors[0].token, codes);
    expect((await came(made)).filter(Boolean)).toHaveLength(1);
  });
});

describe('what happened meanwhile', () => {
  test('who cancelled is let in without a network, stays in, and staff see it', async () => {
    const made = await hall();
    const [a] = made.registrations as [number];
    await Registration.update({ state: 'leave', liveKey: null }, { where: { id: a } });
    await send(made.doors[0].token, [scanOf(made, 1, a)]);
    expect((await came(made))[0]).toEqual(['present', NOW, null, 'code']);
    expect((await showDoor({ activityId: made.activity.id })).passes).toEqual([
      expect.objectContaining({ state: 'leave' }),
    ]);
  });

  test('what staff wrote by hand stays, an earlier scan makes it earlier, and an absence is corrected by a scan', async () => {
    const made = await hall();
    const [a, b] = made.registrations as [number, number];
    const late = { outcome: 'present', arrivedAt: NOW + HOUR_MS, leftAt: null, way: 'hand' } as const;
    const absent = { outcome: 'absent', arrivedAt: null, leftAt: null, way: 'hand' } as const;
    await transaction((t) => writePresence({ registrationId: a, seen: late, by: null }, t));
    await transaction((t) => writePresence({ registrationId: b, seen: absent, by: null }, t));
    await send(made.doors[0].token, [scanOf(made, 1, a), scanOf(made, 2, b)]);
    expect((await came(made)).slice(0, 2)).toEqual([
      ['present', NOW, null, 'hand'],
      ['present', NOW, null, 'code'],
    ]);
  });

  test('a walk-in gets a seat where there is one; otherwise somebody looks at it', async () => {
    const made = await hall();
    const walk = (number: number, licenceNo: string): SentScan => ({
      ...scanOf(made, number, 1, { way: 'walkin', read: licenceNo }),
      registrationId: null,
    });
    await send(made.doors[0].token, [walk(1, licences[4]!), walk(2, licences[5]!), walk(3, '19999999999999999')]);
    expect((await made.activity.reload()).taken).toBe(5);
    const fifth = await Registration.findOne({
      where: { lawyerId: lawyers[4]!.lawyerId, activityId: made.activity.id },
      rejectOnEmpty: true,
    });
    expect(await came({ registrations: [fifth.id] })).toEqual([['present', NOW, null, 'walkin']]);
    const { doubts } = await showDoor({ activityId: made.activity.id });
    expect(doubts.map(({ read }) => read)).toEqual([
      expect.stringContaining('没有找到该执业证号的律师'),
      expect.stringContaining('名额已满'),
    ]);
  });

  test('a walk-in long before the door opens, or long after it has shut, takes no seat', async () => {
    const made = await hall();
    const walk = (number: number, deviceAt: number): SentScan => ({
      ...scanOf(made, number, 1, { way: 'walkin', read: licences[4]!, deviceAt }),
      registrationId: null,
    });
    const { beginsAt, endsAt, taken } = await made.activity.reload();
    await DoorDevice.update({ openedAt: 0 }, { where: { activityId: made.activity.id } });
    freezeClock(endsAt + 3 * HOUR_MS);
    await send(made.doors[0].token, [walk(1, beginsAt - HOUR_MS - 1), walk(2, endsAt + 2 * HOUR_MS)], clock.now());
    expect((await made.activity.reload()).taken).toBe(taken);
    const doubts = (await showDoor({ activityId: made.activity.id })).doubts.map(({ doubt }) => doubt);
    expect(doubts).toEqual(['window', 'window']);
    // At the instant itself the door is open.
    await send(made.doors[0].token, [walk(3, beginsAt - HOUR_MS)], clock.now());
    expect((await made.activity.reload()).taken).toBe(taken + 1);
  });
});
