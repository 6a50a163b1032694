import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { processEnv } from '../../../test/trouble/process-env.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { NoticeChoice } from '../../notifications/choice-model.ts';
import { Message } from '../../outbox/model.ts';
import { Lawyer } from '../../registry/model.ts';
import { Registration } from '../model.ts';
import { askLeave } from '../signing-up/ask-leave.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { remindRegistrations, remindingOf } from './remind-registrations.ts';

useDatabase();
let lawyers: LawyerActor[];
beforeAll(async () => {
  lawyers = [];
  for (let n = 0; n < 3; n++) lawyers.push((await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor);
});
const SIGNED_AT = '2026-12-01T09:00:00+08:00';
beforeEach(() => freezeClock(SIGNED_AT));
afterEach(releaseClock);

const at = (text: string) => Date.parse(`${text}+08:00`);
const BEGINS = at('2026-12-11T14:00');
const NINE = at('2026-12-10T09:00');

/** Two seats, and three who want one. */
async function listed() {
  const made = await makeActivity({ capacity: 2, beginsAt: BEGINS, endsAt: BEGINS + 3 * HOUR_MS, cancelHours: 168 });
  const ids: number[] = [];
  for (const actor of lawyers) {
    const input = { groupId: made.groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
    ids.push((await signUp({ actor, activityId: made.activity.id, input })).registrationId);
  }
  return { ...made, ids };
}
const remindAt = async (instant: number) => {
  freezeClock(instant);
  await remindRegistrations({ piece: 1 });
};
const remindersOf = async (ids: readonly number[]) =>
  Promise.all(
    ids.map(async (subjectId) =>
      (await InboxEntry.findAll({ where: { subjectKind: 'registration', subjectId, event: 'activity_reminder' } })).map(
        ({ body }) => body,
      ),
    ),
  );
const countsOf = async (ids: readonly number[]) => (await remindersOf(ids)).map(({ length }) => length);

test.each([
  [NINE - 1, 0],
  [NINE, 1],
  [NINE + 13 * HOUR_MS - 1, 1],
  [NINE + 13 * HOUR_MS, 0],
])('the day before from nine until ten in the evening, at %s', async (instant, times) => {
  const { ids } = await listed();
  await remindAt(instant);
  expect(await countsOf(ids)).toEqual([times, times, 0]);
});

test('whoever has a seat is reminded once, with what was promised of leave; whoever waits or is on leave is not', async () => {
  const { ids } = await listed();
  freezeClock(at('2026-12-08T10:00'));
  await askLeave({ actor: lawyers[1]!, id: ids[1]!, input: { reason: 'court', note: '', attachments: [] } });
  await Registration.update({ state: 'unplaced', liveKey: null }, { where: { id: ids[2]! } });
  await remindAt(NINE);
  await remindAt(NINE + HOUR_MS);
  const [first, ...others] = await remindersOf(ids);
  expect(first).toEqual([expect.stringContaining('活动将于明天14:00开始')]);
  expect(first![0]).toContain('不能参加的，12月11日（周五）12:00前可以请假');
  expect(others).toEqual([[], []]);
});

test('moved afterwards, one is reminded anew of the new day; cancelled, nobody is', async () => {
  const { activity, ids } = await listed();
  await remindAt(NINE);
  const later = BEGINS + DAY_MS;
  await activity.update({ beginsAt: later, endsAt: later + HOUR_MS });
  await remindAt(NINE + DAY_MS);
  expect(await countsOf(ids)).toEqual([2, 2, 0]);
  await activity.update({ beginsAt: later + DAY_MS, endsAt: later + DAY_MS + HOUR_MS, state: 'cancelled' });
  await remindAt(NINE + 2 * DAY_MS);
  expect(await countsOf(ids)).toEqual([2, 2, 0]);
});

test('whoever signed up once reminders had begun has just read it', async () => {
  const { ids } = await listed();
  await Registration.update({ signedAt: NINE }, { where: { id: ids[0]! } });
  await remindAt(NINE + HOUR_MS);
  expect(await countsOf(ids)).toEqual([0, 1, 0]);
});

test('mails of it are declined by themselves; those of changes still come', async () => {
  const { ids } = await listed();
  const { lawyerId } = lawyers[0]!;
  await Lawyer.update({ email: 'lawyer@example.org' }, { where: { id: lawyers.map((one) => one.lawyerId) } });
  const choice = { memberKind: 'lawyer', memberId: lawyerId, kind: 'reminder' } as const;
  await NoticeChoice.create({ ...choice, byMail: false, byWechat: false, chosenAt: 1 });
  const before = await Message.count({ where: { template: 'activity_reminder' } });
  await remindAt(NINE);
  expect(await countsOf(ids)).toEqual([1, 1, 0]);
  expect((await Message.count({ where: { template: 'activity_reminder' } })) - before).toBe(1);
  await NoticeChoice.destroy({ where: choice });
});

test('before midnight and after it, in Shanghai', () => {
  expect(remindingOf({ beginsAt: at('2026-12-11T00:00') }).from).toBe(NINE);
  expect(remindingOf({ beginsAt: at('2026-12-10T23:59') }).from).toBe(NINE - DAY_MS);
});

/** Reminds in a process of its own that dies before its n-th statement. */
async function remindAndDie(when: number, now: number): Promise<boolean> {
  const driver = join(import.meta.dirname, '../../../test/trouble/remind-and-die.ts');
  const child = spawn(process.execPath, [driver, String(when), String(now)], { stdio: 'ignore', env: processEnv() });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return signal === 'SIGKILL';
}

test('killed amid it, and by two processes at once: everybody is reminded once', async () => {
  const { ids } = await listed();
  expect(await remindAndDie(9, NINE)).toBe(true);
  await Promise.all([remindAndDie(1e9, NINE), remindAndDie(1e9, NINE)]);
  expect(await countsOf(ids)).toEqual([1, 1, 0]);
}, 600_000);
