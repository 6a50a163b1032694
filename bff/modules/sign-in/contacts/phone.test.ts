import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { accountEndpoints as endpoints } from '../../../contract/accounts/endpoints.ts';
import { env } from '../../../env.ts';
import { jobs } from '../../../jobs.ts';
import '../../../models.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { keyedIndex } from '../../../platform/crypto/keyed-index.ts';
import { runDueJobs } from '../../../platform/jobs/worker.ts';
import { kv } from '../../../platform/kv/kv.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { givePassword, makeFirm } from '../../../test/factories/registry.ts';
import { useSandbox } from '../../../test/sandbox.ts';
import { AuditEntry } from '../../audit/model.ts';
import { Message } from '../../outbox/model.ts';
import { mayTakeText, TEXT_BUDGETS } from '../../outbox/texts/text-quota.ts';
import type { Firm } from '../../registry/model.ts';
import { EmailCode } from '../../accounts/model.ts';
import { requestReset } from '../request-reset.ts';
import { resetPassword } from '../reset-password.ts';

useDatabase();
const api = useApi();
const sandbox = useSandbox();
const PASSWORD = 'correct horse 1';
const NEXT = 'battery staple 2';
const { 'send-message': send, 'send-reset-code': sendResetCode } = jobs;
/** What went to the number of this test: what those before were told may still be on its way. */
const texts = async () => (await sandbox.state()).texts.filter(({ to }) => to === number);
const sendDue = () => runDueJobs({ 'send-message': send });

let firm: Firm;
let as = '';
let serial = 0;
let number = '';
let address = '';
/** What this test's device keeps of asking for a code. */
let codeTicket: string | undefined;
beforeEach(async () => {
  freezeClock(clock.now());
  firm = await makeFirm();
  await givePassword({ firmId: firm.id }, PASSWORD);
  as = await memberToken({ firmId: firm.id });
  // A number of its own each time: what was sent to it counts for a day.
  number = `1991000${String(1000 + ++serial)}`;
  address = `198.51.100.${serial}`;
  codeTicket = undefined;
});
afterEach(async () => {
  await sandbox.command('calm');
  releaseClock();
});

const ask = (to = number, password = PASSWORD) =>
  api.call(endpoints.requestPhoneCode, { as, body: { number: to, password } });
const confirm = (code: string) => api.call(endpoints.confirmPhone, { as, body: { code } });
const codeIn = async () => (await texts())[0]?.params[0] ?? '';
async function confirmed(): Promise<void> {
  await ask();
  await sendDue();
  expect((await confirm(await codeIn())).status).toBe(200);
}
async function requested(): Promise<void> {
  ({ codeTicket } = await requestReset({ login: firm.licenceNo, by: 'phone', codeTicket, address }));
  await runDueJobs({ 'send-reset-code': sendResetCode });
  await sendDue();
}
/** As if a minute had passed: what is counted does not go by the frozen clock. */
async function forgiven(): Promise<void> {
  advanceClock(61_000);
  for (const budget of Object.keys(TEXT_BUDGETS))
    await kv.delete(`rate:texts-${budget}:${keyedIndex('texts', number)}`);
}
const message = () => Message.findOne({ where: { recipient: number }, order: [['id', 'DESC']], rejectOnEmpty: true });

describe('a mobile number is confirmed', () => {
  test('by the code in a text that says whose it is and how long it is good', async () => {
    const wide = number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    expect((await ask(`＋８６ ${wide}`)).json).toEqual({ sentTo: `199****${number.slice(-4)}`, minutes: 10 });
    await sendDue();
    const [text] = await texts();
    expect(text).toMatchObject({ to: number });
    expect(text?.words).toMatch(/^【江海市律师协会】您的验证码为\d{6}，10分钟内有效/);
    const reply = await confirm(await codeIn());
    expect(reply.json).toMatchObject({ phone: { number }, can: { confirmPhone: true } });
    const log = await AuditEntry.findOne({ where: { action: 'phone.confirmed' }, order: [['id', 'DESC']] });
    expect(log).toMatchObject({ detail: `199****${number.slice(-4)}` });
    expect((await confirm(await codeIn())).status).toBe(422);
  });

  test('only with the password, only a mobile one, and its code is stored nowhere in clear', async () => {
    expect((await ask(number, 'wrong')).json.error?.fields).toHaveProperty('password');
    for (const no of ['07006880001', '1234', '+1 202 555 0100', '12345678901']) {
      expect((await ask(no)).json.error?.fields).toEqual({ number: '请填写11位手机号' });
    }
    expect(await Message.count({ where: { recipient: number } })).toBe(0);
    await ask();
    const stored = JSON.stringify([await EmailCode.findAll(), await Message.findAll()]);
    await sendDue();
    expect(stored).not.toContain(await codeIn());
    expect((await message()).secret).toBeNull();
  });

  test('whatever strangers have had sent to it: neither uses the other up, nor tells of it', async () => {
    await confirmed();
    await forgiven();
    await requested();
    expect((await ask()).status).toBe(200);
    advanceClock(61_000);
    await sendDue();
  });

  test('without using up what is kept for the owner of a number that somebody else types', async () => {
    await confirmed();
    const stranger = await makeFirm();
    await givePassword({ firmId: stranger.id }, PASSWORD);
    const other = await memberToken({ firmId: stranger.id });
    for (let n = 0; n < 6; n++) {
      await forgiven();
      await api.call(endpoints.requestPhoneCode, { as: other, body: { number, password: PASSWORD } });
    }
    // Its owner has had one; it is the second of this hour.
    expect(await mayTakeText(number, 'owner')).toBe(true);
    await forgiven();
    expect((await ask()).status).toBe(200);
    advanceClock(61_000);
    await sendDue();
  });

  test('not by a bombardment: once a minute, twice an hour, whoever asks', async () => {
    expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(429);
    const stranger = await makeFirm();
    await givePassword({ firmId: stranger.id }, PASSWORD);
    const other = await memberToken({ firmId: stranger.id });
    const body = { number, password: PASSWORD };
    const third = () => api.call(endpoints.requestPhoneCode, { as: other, body });
    expect((await third()).status).toBe(429);
    await forgiven();
    expect((await third()).status).toBe(200);
    await forgiven();
    expect((await third()).json.error).toMatchObject({
      code: 'too_many_requests',
      message: '发往该手机号的短信已达上限，请稍后再试，或改用其他方式',
    });
    advanceClock(3_600_000);
    expect((await third()).status).toBe(200);
  });

  test('not where no texts can be sent, and clients know it beforehand', async () => {
    const { SMS_SECRET_ID: kept } = env;
    const known = async () => (await api.call(endpoints.showContacts, { as })).json['can'];
    expect(await known()).toEqual({ confirmPhone: true });
    delete env.SMS_SECRET_ID;
    expect(await known()).toEqual({ confirmPhone: false });
    expect((await ask()).json.error?.code).toBe('wrong_state');
    Object.assign(env, { SMS_SECRET_ID: kept });
  });
});

describe('a forgotten password', () => {
  test('is replaced by a code in a text', async () => {
    await confirmed();
    await forgiven();
    await requested();
    expect((await texts())[0]?.words).toContain('用于重设密码');
    await resetPassword({ login: firm.licenceNo, code: await codeIn(), codeTicket, next: NEXT, address });
    const credentials = { login: firm.licenceNo, password: NEXT, tokenIn: 'reply' };
    expect((await api.call(endpoints.signIn, { body: credentials })).status).toBe(200);
    expect((await api.call(endpoints.showSession, { as })).status).toBe(401);
  });

  test('sends nothing to a number that nobody has confirmed, and answers alike', async () => {
    const before = (await texts()).length;
    const answer = (login: string) =>
      api.call(endpoints.requestReset, { body: { login, by: 'phone' } }).then(({ status, json }) => ({
        status,
        json: { ...json, codeTicket: /^[\w-]{22}$/.test(String(json['codeTicket'])) },
      }));
    const unknown = await answer('24499201110009999');
    expect(await answer(firm.licenceNo)).toEqual(unknown);
    await runDueJobs({ 'send-reset-code': sendResetCode });
    await sendDue();
    expect((await texts()).length).toBe(before);
  });

  test('the countdown goes by what was typed: it does not tell which two names are one account', async () => {
    const wait = async (login: string) => (await requestReset({ login, by: 'phone', address })).waitSeconds;
    await wait(firm.licenceNo);
    advanceClock(10_000);
    expect(await wait(firm.licenceNo)).toBe(50);
    expect(await wait(firm.uscc)).toBe(60);
  });

  test('who presses again within the countdown uses up nothing', async () => {
    const press = () => requestReset({ login: firm.licenceNo, by: 'phone', address });
    for (let n = 0; n < 8; n++) await press();
    advanceClock(61_000);
    expect((await press()).waitSeconds).toBe(60);
  });

  test('asked for too often it sends no more, and nothing fails', async () => {
    await confirmed();
    await forgiven();
    await requested();
    const code = await codeIn();
    const count = (await texts()).length;
    await requested();
    expect((await texts()).length).toBe(count);
    await resetPassword({ login: firm.licenceNo, code, codeTicket, next: NEXT, address });
  });
});

describe('the provider', () => {
  test.each(['error', 'delay'])('in trouble (%s) for a moment: the text is sent once, a little later', async (kind) => {
    await sandbox.command('trouble', { where: 'sms', kind, times: 1, ms: 50 });
    await ask();
    const before = (await texts()).length;
    await sendDue();
    if (kind === 'error') expect((await message()).state).toBe('waiting');
    advanceClock(120_000);
    await sendDue();
    expect((await texts()).length).toBe(before + 1);
    expect((await message()).state).toBe('sent');
  });

  test('down for longer than a code is good: what is worth nothing any more is not sent', async () => {
    await ask();
    const before = (await texts()).length;
    advanceClock(11 * 60_000);
    await sendDue();
    expect((await texts()).length).toBe(before);
    expect(await message()).toMatchObject({ state: 'failed', lastError: '验证码已过有效期，不再发送', secret: null });
  });

  test.each([
    ['SMS_SECRET_KEY', 'another', 'AuthFailure.SignatureFailure'],
    ['SMS_SECRET_ID', 'AKIDother', 'AuthFailure.SecretIdNotFound'],
    ['SMS_SIGN_NAME', '别的协会', 'FailedOperation.SignatureIncorrectOrUnapproved'],
    ['SMS_TEMPLATE_CONFIRM', '42', 'FailedOperation.TemplateIncorrectOrUnapproved'],
    ['SMS_APP_ID', '1', 'UnauthorizedOperation.SmsSdkAppIdVerifyFail'],
  ] as const)('refuses a wrong %s for good, and staff read why', async (key, wrong, code) => {
    const kept = env[key];
    Object.assign(env, { [key]: wrong });
    await ask();
    await sendDue();
    Object.assign(env, { [key]: kept });
    const failed = await message();
    expect(failed.state).toBe('failed');
    expect(failed.lastError).toContain(code);
    expect(failed.attempts).toBe(1);
  });
});
