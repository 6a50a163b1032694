import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHook } from 'node:async_hooks';
import { accountEndpoints as endpoints } from '../../contract/accounts/endpoints.ts';
import { jobs } from '../../jobs.ts';
import '../../models.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { decrypt } from '../../platform/crypto/encryption.ts';
import { runDueJobs } from '../../platform/jobs/worker.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { givePassword, makeFirm } from '../../test/factories/registry.ts';
import { AuditEntry } from '../audit/model.ts';
import { Message } from '../outbox/model.ts';
import { secretContext } from '../outbox/send-later.ts';
import type { Firm } from '../registry/model.ts';
import { ConfirmedEmail, EmailCode } from '../accounts/model.ts';
import { requestReset } from './request-reset.ts';
import { resetPassword } from './reset-password.ts';

useDatabase();
const api = useApi();
const PASSWORD = 'correct horse 1';
const NEXT = 'battery staple 2';
let firm: Firm;
let as = '';
let serial = 0;
let address = '';
beforeEach(async () => {
  freezeClock(clock.now());
  firm = await makeFirm();
  await givePassword({ firmId: firm.id }, PASSWORD);
  as = await memberToken({ firmId: firm.id });
  address = `192.0.2.${++serial}`;
});
afterEach(releaseClock);

/** The code that waits to be mailed, as only its recipient will read it. */
async function mailedCode(template: 'confirm_code' | 'reset_code'): Promise<string> {
  const message = await Message.findOne({ where: { template }, order: [['id', 'DESC']], rejectOnEmpty: true });
  return (JSON.parse(decrypt(message.secret ?? '', secretContext(message.id))) as { code: string }).code;
}
const otherThan = (code: string) => `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`;
const confirm = (code: string) => api.call(endpoints.confirmEmail, { as, body: { code } });
async function confirmed(mail = 'office@example.com'): Promise<void> {
  await api.call(endpoints.requestEmailCode, { as, body: { address: mail, password: PASSWORD } });
  expect((await confirm(await mailedCode('confirm_code'))).status).toBe(200);
}
const { 'send-reset-code': sendResetCode } = jobs;
async function requested(login = firm.licenceNo): Promise<string> {
  await requestReset({ login, by: 'email', address });
  await runDueJobs({ 'send-reset-code': sendResetCode });
  return mailedCode('reset_code');
}
const reset = (code: string, login = firm.licenceNo) =>
  resetPassword({ login, code, next: NEXT, address }).then(
    () => 'done',
    ({ code: fault }: { code: string }) => fault,
  );

describe('an address is confirmed', () => {
  test('by the code that was mailed to it, and takes the place of the one before', async () => {
    await confirmed();
    await confirmed('new@example.com');
    const shown = await api.call(endpoints.showContacts, { as });
    expect(shown.json).toMatchObject({ email: { address: 'new@example.com' }, registryEmail: 'firm@example.com' });
    expect(await ConfirmedEmail.count({ where: { address: 'office@example.com' } })).toBe(0);
  });

  test('only with the password: a device left open must not be able to take the account', async () => {
    const body = { address: 'thief@example.com', password: 'wrong' };
    expect((await api.call(endpoints.requestEmailCode, { as, body })).status).toBe(422);
    expect(await Message.count({ where: { recipient: 'thief@example.com' } })).toBe(0);
  });

  test('not by a wrong, used or old code', async () => {
    await api.call(endpoints.requestEmailCode, { as, body: { address: 'a@example.com', password: PASSWORD } });
    const code = await mailedCode('confirm_code');
    expect((await confirm(otherThan(code))).status).toBe(422);
    advanceClock(10 * 60_000);
    expect((await confirm(code)).status).toBe(422);
  });

  test('the code is stored nowhere in clear', async () => {
    await api.call(endpoints.requestEmailCode, { as, body: { address: 'b@example.com', password: PASSWORD } });
    const code = await mailedCode('confirm_code');
    const stored = JSON.stringify([await EmailCode.findAll(), await Message.findAll()]);
    expect(stored).not.toContain(code);
  });
});

describe('a forgotten password', () => {
  test('is replaced by the code: sessions end, the owner is told, the old one opens nothing', async () => {
    await confirmed();
    expect(await reset(await requested())).toBe('done');
    expect((await api.call(endpoints.showSession, { as })).status).toBe(401);
    const signIn = (password: string) =>
      api.call(endpoints.signIn, { body: { login: firm.licenceNo, password, tokenIn: 'reply' } });
    expect((await signIn(PASSWORD)).status).toBe(401);
    expect((await signIn(NEXT)).json).toMatchObject({ mustChangePassword: false });
    const told = await Message.findAll({ where: { template: 'account_notice' }, order: [['id', 'DESC']], limit: 2 });
    expect(told.map(({ recipient }) => recipient).sort()).toEqual(['firm@example.com', 'office@example.com']);
    expect(
      await AuditEntry.count({ where: { action: 'password.forgotten', target: `${firm.name}（${firm.licenceNo}）` } }),
    ).toBe(1);
  });

  test('one code, one reset, however many send it at once', async () => {
    await confirmed();
    const code = await requested();
    const answers = await Promise.all([reset(code), reset(code), reset(code)]);
    expect(answers.sort()).toEqual(['done', 'invalid_fields', 'invalid_fields']);
  });

  test('five wrong tries spend a code, ten minutes as well, a newer one too', async () => {
    await confirmed();
    const code = await requested();
    for (let n = 0; n < 5; n++) expect(await reset(otherThan(code))).toBe('invalid_fields');
    expect(await reset(code)).toBe('invalid_fields');
    advanceClock(2 * 60_000);
    const second = await requested();
    advanceClock(2 * 60_000);
    const third = await requested();
    expect(await reset(second)).toBe('invalid_fields');
    advanceClock(10 * 60_000);
    expect(await reset(third)).toBe('invalid_fields');
  });

  test('a stranger who asks as well does not end the code that its owner waits for', async () => {
    await confirmed();
    const code = await requested();
    advanceClock(2 * 60_000);
    await requestReset({ login: firm.licenceNo, by: 'email', address: '203.0.113.99' });
    await runDueJobs({ 'send-reset-code': sendResetCode });
    expect(await mailedCode('reset_code')).not.toBe(code);
    expect(await reset(code)).toBe('done');
    expect(await reset(await mailedCode('reset_code'))).toBe('invalid_fields');
  });

  test('a stranger elsewhere uses up neither the tries nor the requests of its owner', async () => {
    await confirmed();
    const code = await requested();
    const stranger = { login: firm.licenceNo, address: '203.0.113.98' };
    for (let i = 0; i < 12; i++) {
      await resetPassword({ ...stranger, code: otherThan(code), next: NEXT }).catch(() => undefined);
      await requestReset({ ...stranger, by: 'email' }).catch(() => undefined);
    }
    await requested();
    expect(await reset(code)).toBe('done');
  });

  test('strangers from a thousand networks have one mail sent, and cannot guess what is in it', async () => {
    await confirmed();
    const mails = () => Message.count({ where: { template: 'reset_code' } });
    const before = await mails();
    const networks = Array.from({ length: 200 }, (_, i) => `2001:db8:${i.toString(16)}::1`);
    await Promise.all(networks.map((from) => requestReset({ login: firm.licenceNo, by: 'email', address: from })));
    while ((await runDueJobs({ 'send-reset-code': sendResetCode })) > 0);
    expect(await mails()).toBe(before + 1);
    const code = await mailedCode('reset_code');
    expect(code).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    // A hundred wrong tries of six digits keep nobody out who has the mail.
    for (const from of networks.slice(0, 110)) {
      await resetPassword({ login: firm.licenceNo, code: '000000', next: NEXT, address: from }).catch(() => undefined);
    }
    expect(await reset(code.replaceAll('-', ''))).toBe('done');
  });

  test('tries and requests are limited by account, whether it exists or not', async () => {
    for (const login of [firm.licenceNo, `1${String(serial).padStart(16, '0')}`]) {
      const requests = Array.from({ length: 6 }, () => requestReset({ login, by: 'email', address }));
      const outcomes = await Promise.allSettled(requests);
      expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    }
    for (let n = 0; n < 10; n++) await reset('000000');
    expect(await reset('000000')).toBe('too_many_requests');
  });

  test('nothing is mailed without a confirmed address', async () => {
    // What the tests before asked for.
    await runDueJobs({ 'send-reset-code': sendResetCode });
    const before = await Message.count();
    await requestReset({ login: firm.licenceNo, by: 'email', address });
    expect(await runDueJobs({ 'send-reset-code': sendResetCode })).toBe(1);
    expect(await Message.count()).toBe(before);
  });

  test('an account that does not exist is answered the same, after the same work', async () => {
    await confirmed();
    const ask = async (login: string) => {
      const { status, bytes } = await api.call(endpoints.requestReset, { body: { login } });
      return [status, bytes.toString().replace(/(?<="codeTicket":")[\w-]{22}/, '')];
    };
    expect(await ask('19999999999999999')).toEqual(await ask(firm.licenceNo));
    expect(await hashesIn(() => reset('000000'))).toBe(1);
    expect(await hashesIn(() => reset('000000', '19999999999999999'))).toBe(1);
  });
});

/** How often the password hash ran, which takes far longer than all the rest. */
async function hashesIn(work: () => Promise<unknown>): Promise<number> {
  let hashes = 0;
  const hook = createHook({ init: (_id, type) => void (type === 'SCRYPTREQUEST' && hashes++) }).enable();
  await work();
  hook.disable();
  return hashes;
}
