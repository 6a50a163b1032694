import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { accountEndpoints as endpoints } from '../../contract/accounts/endpoints.ts';
import { jobs } from '../../jobs.ts';
import '../../models.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { decrypt } from '../../platform/crypto/encryption.ts';
import { keyedIndex } from '../../platform/crypto/keyed-index.ts';
import { transaction } from '../../platform/db/database.ts';
import { runDueJobs } from '../../platform/jobs/worker.ts';
import { kv } from '../../platform/kv/kv.ts';
import { useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { givePassword, makeFirm } from '../../test/factories/registry.ts';
import { Account, ConfirmedPhone, EmailCode } from '../accounts/model.ts';
import { Message } from '../outbox/model.ts';
import { secretContext } from '../outbox/send-later.ts';
import { sendCode, takeCode } from './contacts/sent-code.ts';
import { requestReset } from './request-reset.ts';
import { resetPassword } from './reset-password.ts';

useDatabase();
const api = useApi();
const NEXT = 'battery staple 2';
const OWNER = '198.51.100.7';
const { 'send-reset-code': sendResetCode } = jobs;
let serial = 0;
let number = '';
let login = '';
let accountId = 0;
beforeEach(async () => {
  freezeClock(clock.now());
  const firm = await makeFirm();
  await givePassword({ firmId: firm.id }, 'correct horse 1');
  login = firm.licenceNo;
  ({ id: accountId } = await Account.findOne({ where: { firmId: firm.id }, rejectOnEmpty: true }));
  number = `1990000${String(1000 + ++serial)}`;
  await ConfirmedPhone.create({ accountId, number, confirmedAt: clock.now() });
});
afterEach(releaseClock);

/** The latest code that waits to be texted, as only its recipient will read it. */
async function textedCode(): Promise<string> {
  const where = { recipient: number, template: 'reset_text' };
  const message = await Message.findOne({ where, order: [['id', 'DESC']], rejectOnEmpty: true });
  return (JSON.parse(decrypt(message.secret ?? '', secretContext(message.id))) as { code: string }).code;
}
const texts = () => Message.count({ where: { recipient: number, template: 'reset_text' } });
type Known = { knownDevice?: () => string };
/** Asks for a text: with what it was asked for, and the code. */
async function asked(from = OWNER, more: Known & { codeTicket?: string } = {}) {
  const { codeTicket, waitSeconds } = await requestReset({ login, by: 'phone', address: from, ...more });
  await runDueJobs({ 'send-reset-code': sendResetCode });
  return { codeTicket, waitSeconds, code: await textedCode() };
}
interface Try extends Known {
  code: string;
  codeTicket?: string;
  address?: string;
}
const reset = ({ address = OWNER, ...more }: Try) =>
  resetPassword({ login, next: NEXT, address, ...more }).then(
    () => 'done',
    ({ code }: { code: string }) => code,
  );
/** A try without the hash of a new password, which two hundred of need not wait for. */
const take = (code: string, address: string, codeTicket?: string) =>
  transaction((t) => takeCode({ accountId, purpose: 'reset', code, codeTicket, address }, t));
const triesOf = async (code: string) => {
  const rows = await EmailCode.findAll({ where: { accountId }, order: [['id', 'ASC']] });
  expect(code).toMatch(/^\d{6}$/);
  return rows.map(({ tries }) => tries);
};
/** As if a minute had passed: what is counted does not go by the frozen clock. */
async function minuteLater(): Promise<void> {
  advanceClock(61_000);
  await kv.delete(`rate:texts-anyone:${keyedIndex('texts', number)}`);
}
const otherThan = (code: string) => (code === '123456' ? '654321' : '123456');
const network = (i: number) => `2001:db8:${i.toString(16)}::1`;

describe('a texted code', () => {
  test('is judged only together with what it was asked for with: strangers do not guess it even when they are right', async () => {
    const { code, codeTicket } = await asked();
    const stranger = await requestReset({ login, by: 'email', address: network(0) });
    for (let i = 0; i < 20; i++) {
      expect(await take(code, network(i))).toBeNull();
      expect(await take(code, network(i), stranger.codeTicket)).toBeNull();
    }
    expect(await triesOf(code)).toEqual([0]);
    expect(await reset({ code, codeTicket })).toBe('done');
  });

  test('is still good after two hundred tries of strangers, in its owner’s own network too', async () => {
    const { code, codeTicket } = await asked();
    for (let i = 0; i < 190; i++) await take(otherThan(code), network(i));
    for (let i = 0; i < 10; i++) await take(otherThan(code), OWNER);
    expect(await triesOf(code)).toEqual([0]);
    expect(await reset({ code, codeTicket })).toBe('done');
  });

  test('stands five wrong tries of who asked for it, from however many networks', async () => {
    const { code, codeTicket } = await asked();
    for (let i = 0; i < 5; i++) expect(await take(otherThan(code), network(i), codeTicket)).toBeNull();
    expect(await reset({ code, codeTicket })).toBe('invalid_fields');
    expect(await triesOf(code)).toEqual([5]);
  });

  test('is good beside one that a stranger has asked for, which is good for the stranger’s five tries', async () => {
    const stranger = await asked(network(1));
    await minuteLater();
    const owner = await asked();
    expect(owner.code).not.toBe(stranger.code);
    for (let i = 0; i < 6; i++) await take(otherThan(owner.code), network(1), stranger.codeTicket);
    expect(await take(owner.code, network(1), stranger.codeTicket)).toBeNull();
    expect(await triesOf(owner.code)).toEqual([5, 0]);
    expect(await reset(owner)).toBe('done');
  });

  test('that comes late is as good as the next one of the same asker', async () => {
    const first = await asked();
    expect((await requestReset({ login, by: 'phone', address: OWNER, codeTicket: first.codeTicket })).codeTicket).toBe(
      first.codeTicket,
    );
    await minuteLater();
    const second = await asked(OWNER, { codeTicket: first.codeTicket });
    expect(await texts()).toBe(2);
    expect(second.codeTicket).toBe(first.codeTicket);
    expect(await reset(first)).toBe('done');
    expect(await reset(second)).toBe('invalid_fields');
  });

  test('is taken without it on a device that the account knows, as clients of before send it', async () => {
    const knownDevice = () => 'device-1';
    const { code } = await asked(OWNER, { knownDevice });
    expect(await reset({ code })).toBe('invalid_fields');
    for (let i = 0; i < 4; i++) expect(await reset({ code: otherThan(code), knownDevice })).toBe('invalid_fields');
    expect(await reset({ code, knownDevice })).toBe('done');
  });

  test('is guessed on a known device five times', async () => {
    const knownDevice = () => 'device-2';
    const { code, codeTicket } = await asked(OWNER, { knownDevice });
    for (let i = 0; i < 5; i++) expect(await reset({ code: otherThan(code), knownDevice })).toBe('invalid_fields');
    expect(await reset({ code, knownDevice })).toBe('invalid_fields');
    expect(await reset({ code, codeTicket, address: network(3) })).toBe('done');
  });

  test('that was sent before there were tickets, or by staff, needs none', async () => {
    const account = { id: accountId, name: '江海' };
    const to = { by: 'phone', number, budget: 'owner' } as const;
    await transaction((t) => sendCode({ account, purpose: 'reset', to }, t));
    const { codeTicket } = await requestReset({ login, by: 'email', address: OWNER });
    expect(await reset({ code: otherThan(await textedCode()), codeTicket })).toBe('invalid_fields');
    expect(await reset({ code: await textedCode(), codeTicket })).toBe('done');
    await transaction((t) => sendCode({ account, purpose: 'reset', to }, t));
    expect(await reset({ code: await textedCode() })).toBe('done');
  });
});

test('what a code is asked for with is stored only as a keyed hash, and another shape of it is refused', async () => {
  const { codeTicket } = await asked();
  const rows = await EmailCode.findAll({ where: { accountId } });
  expect(rows).toMatchObject([{ codeTicketHash: expect.stringMatching(/^[\w-]{43}$/) }]);
  expect(JSON.stringify(rows)).not.toContain(codeTicket);
  const body = { login, by: 'phone', codeTicket: 'short' };
  expect((await api.call(endpoints.requestReset, { body })).json.error?.fields).toHaveProperty('codeTicket');
});
