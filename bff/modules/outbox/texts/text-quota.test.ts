import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import { jobs } from '../../../jobs.ts';
import '../../../models.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { keyedIndex } from '../../../platform/crypto/keyed-index.ts';
import { transaction } from '../../../platform/db/database.ts';
import { runDueJobs } from '../../../platform/jobs/worker.ts';
import { kv } from '../../../platform/kv/kv.ts';
import { useDatabase } from '../../../test/database.ts';
import { useSandbox } from '../../../test/sandbox.ts';
import { Message } from '../model.ts';
import { sendMessage } from '../send-message.ts';
import { sendNotice } from '../send-notice.ts';
import { textLater } from './text-later.ts';
import { mayTakeText, TEXT_BUDGETS } from './text-quota.ts';

const MINUTE_MS = 60_000;

useDatabase();
const sandbox = useSandbox();
const { 'send-message': send } = jobs;

let number = '';
let serial = 0;
beforeEach(() => {
  freezeClock(clock.now());
  number = `1992000${String(1000 + ++serial)}`;
});
afterEach(releaseClock);

/** What is counted a minute does not go by the frozen clock. */
async function minuteOver(): Promise<void> {
  for (const name of [...Object.keys(TEXT_BUDGETS), 'by-strangers'])
    await kv.delete(`rate:texts-${name}:${keyedIndex('texts', number)}`);
}
async function code(budget: 'owner' | 'anyone'): Promise<void> {
  if (!(await mayTakeText(number, budget))) return;
  await transaction((t) =>
    textLater({ number, template: 'reset_text', budget, params: { minutes: '10' }, code: '123456' }, t),
  );
}
const tell = (notice: 'locked' | 'reopened') =>
  transaction((t) =>
    sendNotice({ contacts: { phones: [number], emails: [] }, name: '江海清鸣律师事务所', notice, detail: '' }, t),
  );
const sendDue = () => runDueJobs({ 'send-message': send });
const sent = async () => (await sandbox.state()).texts.filter(({ to }) => to === number);
const messages = (template: string) => Message.findAll({ where: { recipient: number, template }, order: ['id'] });

/** Everybody has texts sent to one number as often as we let them, for `hours`. */
async function busy(hours: number): Promise<void> {
  for (let step = 0; step < hours * 4; step++) {
    await minuteOver();
    for (const budget of ['owner', 'anyone'] as const) {
      await code(budget);
      await sendDue();
      advanceClock(MINUTE_MS);
    }
    if (step % 12 === 0) await tell('reopened');
    await sendDue();
    advanceClock(13 * MINUTE_MS);
  }
}
const refusals = async () => {
  const happenings = (await sandbox.state()).happenings.filter(({ what }) => what.includes(number));
  return happenings.filter(({ result }) => /HourLimit|DailyLimit/.test(result));
};

describe('one number', () => {
  test('has no more texts than the provider allows, whoever has them sent', async () => {
    await busy(26);
    expect(await refusals()).toEqual([]);
    expect((await sent()).length).toBeGreaterThanOrEqual(10);
    for (const template of ['reset_text', 'notice_text']) {
      expect((await messages(template)).filter(({ lastError }) => lastError.includes('Limit'))).toEqual([]);
    }
  });

  test('control: with larger budgets the provider refuses some', async () => {
    const { owner } = TEXT_BUDGETS;
    const kept = { ...owner };
    Object.assign(owner, { hour: 5, day: 10 });
    try {
      await busy(6);
    } finally {
      Object.assign(owner, kept);
    }
    expect((await refusals()).length).toBeGreaterThan(0);
  });

  test('strangers use up nothing of its owner', async () => {
    for (let n = 0; n < 5; n++) {
      await minuteOver();
      await code('anyone');
    }
    expect(await mayTakeText(number, 'anyone')).toBe(false);
    expect(await mayTakeText(number, 'owner')).toBe(true);
  });
});

describe('notices', () => {
  test('wait for their turn, and say so to staff', async () => {
    await tell('reopened');
    await sendDue();
    advanceClock(5 * MINUTE_MS);
    await tell('reopened');
    await sendDue();
    expect(await sent()).toHaveLength(1);
    const [, second] = await messages('notice_text');
    expect(second).toMatchObject({ state: 'waiting', attempts: 0 });
    expect(second?.lastError).toMatch(/^短信频率限制，将于\d{4}-\d\d-\d\d \d\d:\d\d发送$/);
    advanceClock(56 * MINUTE_MS);
    await minuteOver();
    await sendDue();
    expect(await sent()).toHaveLength(2);
    expect((await messages('notice_text')).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  test('that are due at the same moment find one place, however many jobs look for it', async () => {
    for (let n = 0; n < 4; n++) await tell('reopened');
    const due = await messages('notice_text');
    await Promise.all(due.map(({ id }) => sendMessage(id)));
    expect(await sent()).toHaveLength(1);
    const waiting = (await messages('notice_text')).filter(({ state }) => state === 'waiting');
    expect(waiting).toHaveLength(3);
    advanceClock(2 * DAY_MS);
    await sendDue();
  });

  test('that failed keep nobody waiting, and are tried again at once', async () => {
    await tell('reopened');
    const [due] = await messages('notice_text');
    await sandbox.command('trouble', { where: 'sms', kind: 'error', times: 1, ms: 50 });
    await expect(sendMessage(due?.id ?? 0)).rejects.toThrow();
    await sendMessage(due?.id ?? 0);
    expect(await sent()).toHaveLength(1);
    await sendDue();
  });

  test('that would come after a day are given up, and shown as failed', async () => {
    for (let n = 0; n < 8; n++) await tell('reopened');
    for (let hour = 0; hour < 50; hour++) {
      await minuteOver();
      await sendDue();
      advanceClock(HOUR_MS);
    }
    const states = (await messages('notice_text')).map(({ state }) => state);
    expect(states.filter((state) => state === 'waiting')).toEqual([]);
    expect(states.filter((state) => state === 'failed').length).toBeGreaterThan(0);
    expect(await refusals()).toEqual([]);
  });

  test('of what strangers bring about go out once a day: what the owner has to know is not kept waiting by them', async () => {
    for (let n = 0; n < 3; n++) {
      await tell('locked');
      await sendDue();
      advanceClock(HOUR_MS + 1);
    }
    expect(await sent()).toHaveLength(1);
    await minuteOver();
    await tell('reopened');
    await sendDue();
    expect(await sent()).toHaveLength(2);
    advanceClock(DAY_MS);
  });
});
