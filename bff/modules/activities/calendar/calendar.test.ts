import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { LawyerActor } from '../../../actor.ts';
import { calendarEndpoints } from '../../../contract/calendar/endpoints.ts';
import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import { transaction } from '../../../platform/db/database.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { publish } from '../../../events.ts';
import { useApi } from '../../../test/api.ts';
import { useOffice } from '../../../test/office.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { Lawyer } from '../../registry/model.ts';
import { Activity } from '../model.ts';
import { restoreLeave } from '../restoring/restore-leave.ts';
import { askLeave } from '../signing-up/ask-leave.ts';
import { cancelRegistration } from '../signing-up/cancel-registration.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { makeCalendarFeed, revokeCalendarFeed, showCalendarFeed } from './own-feed.ts';

useOffice();
const api = useApi();
let actor: LawyerActor;
beforeEach(async () => {
  freezeClock('2026-10-10T09:00:00+08:00');
  const { id: firmId } = await makeFirm();
  actor = (await memberActor({ lawyerId: (await makeLawyer({ firmId })).id })) as LawyerActor;
});
afterEach(releaseClock);

const join = async ({ activity, groups }: Awaited<ReturnType<typeof makeActivity>>) => {
  const input = { groupId: groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
  return (await signUp({ actor, activityId: activity.id, input })).registrationId;
};
const subscribe = async () => {
  const { address } = await makeCalendarFeed({ actor });
  return address.split('/').at(-1) ?? '';
};
const read = (name: string, headers: Record<string, string> = {}) =>
  api.call(calendarEndpoints.readCalendarFeed, { params: { name }, headers });
/** Long lines are folded. */
const linesOf = (bytes: Buffer) => bytes.toString().replace(/\r\n /g, '').split('\r\n');
const valueOf = (lines: readonly string[], name: string) =>
  lines.find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))?.slice(name.length + 1);

test('title, time in Shanghai and place of what the lawyer signed up for, and nothing else', async () => {
  const beginsAt = Date.parse('2026-10-20T01:30:00Z');
  const made = await makeActivity({
    title: '讲座，一;二',
    beginsAt,
    endsAt: beginsAt + 3 * HOUR_MS,
    closesAt: beginsAt - 2 * DAY_MS,
  });
  await join(made);
  await makeActivity({ title: '没有报名的' });
  const { status, headers, bytes } = await read(await subscribe());
  expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  const lines = linesOf(bytes);
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  expect(lines).toContain('SUMMARY:讲座，一\\;二');
  expect(lines).toContain('DTSTART;TZID=Asia/Shanghai:20261020T093000');
  expect(lines).toContain('DTEND;TZID=Asia/Shanghai:20261020T123000');
  expect(lines).toContain('LOCATION:律协培训厅（文华区书院街8号）');
  expect(lines).toContain('TRIGGER:-PT2H');
  expect(valueOf(lines, 'DTSTAMP')).toMatch(/Z$/);
  const text = bytes.toString();
  for (const other of ['周远志', '合同编司法解释', actor.name, '0700']) expect(text).not.toContain(other);
});

test('its number rises with every change, its name stays, and what is given up is cancelled', async () => {
  const made = await makeActivity();
  const name = await subscribe();
  const seen: [string | undefined, number, string | undefined][] = [];
  const look = async () => {
    const lines = linesOf((await read(name)).bytes);
    seen.push([valueOf(lines, 'UID'), Number(valueOf(lines, 'SEQUENCE')), valueOf(lines, 'STATUS')]);
  };
  const first = await join(made);
  await look();
  await cancelRegistration({ actor, id: first });
  await look();
  await join(made);
  await look();
  await Activity.update(
    { beginsAt: made.activity.beginsAt + HOUR_MS, version: made.activity.version + 1 },
    { where: { id: made.activity.id } },
  );
  await look();
  await Activity.update(
    { state: 'cancelled', version: made.activity.version + 2 },
    { where: { id: made.activity.id } },
  );
  await look();
  expect(new Set(seen.map(([uid]) => uid)).size).toBe(1);
  const numbers = seen.map(([, number]) => number);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  expect(seen.map(([, , status]) => status)).toEqual(['CONFIRMED', 'CANCELLED', 'CONFIRMED', 'CONFIRMED', 'CANCELLED']);
});

test('its number rises when a leave is undone as well', async () => {
  const made = await makeActivity();
  const name = await subscribe();
  const id = await join(made);
  const seen: [number, string | undefined, string | undefined][] = [];
  const look = async () => {
    const lines = linesOf((await read(name)).bytes);
    seen.push([Number(valueOf(lines, 'SEQUENCE')), valueOf(lines, 'STATUS'), valueOf(lines, 'DTSTAMP')]);
  };
  await look();
  freezeClock(made.activity.cancelUntil);
  await askLeave({ actor, id, input: { reason: 'court', note: '', attachments: [] } });
  await look();
  freezeClock(made.activity.cancelUntil + HOUR_MS);
  await restoreLeave({ actor: staffActor('events'), id, input: { reason: '开庭改期' } });
  await look();
  expect(seen.map(([, status]) => status)).toEqual(['CONFIRMED', 'CANCELLED', 'CONFIRMED']);
  const rising = <T>(all: T[]) => expect(all).toEqual([...new Set(all)].sort());
  rising(seen.map(([number]) => number));
  rising(seen.map(([, , stamp]) => stamp));
});

test('whoever has it gets nothing until it changes', async () => {
  const name = await subscribe();
  await join(await makeActivity());
  const etag = (await read(name)).headers.get('etag') ?? '';
  const again = await read(name, { 'if-none-match': etag, 'cache-control': 'max-age=0' });
  expect([again.status, again.bytes.length]).toEqual([304, 0]);
  await join(await makeActivity());
  expect((await read(name, { 'if-none-match': etag, 'cache-control': 'max-age=0' })).status).toBe(200);
});

test('an address ends when it is revoked, replaced, its password reset or its membership over', async () => {
  const revoked = await subscribe();
  await revokeCalendarFeed({ actor });
  expect((await read(revoked)).status).toBe(404);
  const replaced = await subscribe();
  const present = await subscribe();
  expect([(await read(replaced)).status, (await read(present)).status]).toEqual([404, 200]);
  expect(await showCalendarFeed({ actor })).toEqual({
    madeAt: '2026-10-10T01:00:00.000Z',
    readAt: '2026-10-10T01:00:00.000Z',
  });
  await transaction((t) => publish('password.reset', { accountId: actor.accountId }, t));
  expect((await read(present)).status).toBe(404);
  const last = await subscribe();
  await Lawyer.update({ status: 'cancelled' }, { where: { id: actor.lawyerId } });
  expect((await read(last)).status).toBe(404);
});

test('one address is read a few times a minute; addresses that are none are refused after some', async () => {
  const name = await subscribe();
  const statuses = [];
  for (let n = 0; n < 7; n++) statuses.push((await read(name)).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
  const wrong = async () => (await read(`${'x'.repeat(22)}.ics`)).status;
  for (let n = 0; n < 30; n++) expect([404, 429]).toContain(await wrong());
  expect(await wrong()).toBe(429);
  // Whoever else asks from the same network still reads their own calendar.
  expect((await read(await subscribe())).status).toBe(200);
  expect((await read('../me/calendar-feed')).status).toBe(404);
});

test('an activity as a file is for whoever signed up', async () => {
  const made = await makeActivity();
  const file = () =>
    import('./read-feed.ts').then(({ readActivityCalendar }) => readActivityCalendar({ actor, id: made.activity.id }));
  await expect(file()).rejects.toMatchObject({ code: 'not_found' });
  await join(made);
  expect((await file()).bytes.toString()).toContain('BEGIN:VEVENT');
});
