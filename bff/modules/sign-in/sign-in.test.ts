import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Op, QueryTypes } from 'sequelize';
import '../../models.ts';
import { advanceClock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { hashToken } from '../../platform/crypto/tokens.ts';
import { database } from '../../platform/db/database.ts';
import { useDatabase } from '../../test/database.ts';
import { givePassword, lawyerData, makeFirm, makeLawyer, makeStaffAccount } from '../../test/factories/registry.ts';
import { AuditEntry } from '../audit/model.ts';
import type { Firm, Lawyer } from '../registry/model.ts';
import { LOCK_MS, MAX_FAILURES, MAX_FAILURES_OF_NETWORK, takeTry } from './lockout.ts';
import { Account, Session } from '../accounts/model.ts';
import { resolveSession } from '../accounts/resolve-session.ts';
import { signIn } from './sign-in.ts';

useDatabase();
const PASSWORD = 'correct horse 1';
let addresses = 0;
/** A new address each, so that the lock by address does not tie tests together. */
let address: string;
beforeEach(() => {
  address = `192.0.2.${++addresses}`;
});
afterEach(releaseClock);

const attempt = (login: string, password: string, from = address) =>
  signIn({ realm: 'member', login, password, address: from, device: 'Mozilla/5.0 (Windows NT 10.0) Chrome/140' });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'signed in',
    (error: { code: string }) => error.code,
  );

async function makeSignedLawyer(): Promise<Lawyer> {
  const lawyer = await makeLawyer();
  await givePassword({ lawyerId: lawyer.id }, PASSWORD);
  return lawyer;
}

describe('logins', () => {
  test('a lawyer signs in by licence number', async () => {
    const lawyer = await makeSignedLawyer();
    const { token, reply } = await attempt(lawyer.licenceNo, PASSWORD);
    expect(reply).toMatchObject({
      account: { kind: 'lawyer', name: lawyer.name, licenceNo: lawyer.licenceNo, category: 'practising', firmName: '' },
      mustChangePassword: false,
      lastSignedInAt: null,
    });
    const session = await resolveSession({ token, realm: 'member', address });
    expect(session?.actor).toMatchObject({ kind: 'lawyer', lawyerId: lawyer.id, name: lawyer.name });
  });

  test('a firm by licence number or credit code, in any case', async () => {
    const firm: Firm = await makeFirm();
    await givePassword({ firmId: firm.id }, PASSWORD);
    for (const login of [firm.licenceNo, firm.uscc, firm.uscc.toLowerCase()]) {
      const { reply } = await attempt(login, PASSWORD);
      expect(reply.account).toMatchObject({ kind: 'firm', name: firm.name, firmKind: 'law_firm' });
    }
  });

  test('members and staff never sign in at each other’s door', async () => {
    const lawyer = await makeSignedLawyer();
    await makeStaffAccount('auditor', PASSWORD, ['reviewer']);
    expect(await codeOf(attempt('auditor', PASSWORD))).toBe('wrong_credentials');
    const staff = { realm: 'staff', password: PASSWORD, address, device: '' } as const;
    expect(await codeOf(signIn({ ...staff, login: lawyer.licenceNo }))).toBe('wrong_credentials');
    const { token, reply } = await signIn({ ...staff, login: 'Auditor' });
    expect(reply.account).toMatchObject({ kind: 'staff', roles: ['reviewer'] });
    expect(await resolveSession({ token, realm: 'member', address })).toBeNull();
    expect((await resolveSession({ token, realm: 'staff', address }))?.actor).toMatchObject({ roles: ['reviewer'] });
  });

  test('the time of the sign-in before is shown', async () => {
    const lawyer = await makeSignedLawyer();
    freezeClock('2026-11-20T09:00:00+08:00');
    await attempt(lawyer.licenceNo, PASSWORD);
    advanceClock(60_000);
    const { reply } = await attempt(lawyer.licenceNo, PASSWORD);
    expect(reply.lastSignedInAt).toBe('2026-11-20T01:00:00.000Z');
  });

  test('a cancelled member is told so after the right password, and only then', async () => {
    const lawyer = await makeSignedLawyer();
    await Account.update({ isClosed: true }, { where: { lawyerId: lawyer.id } });
    expect(await codeOf(attempt(lawyer.licenceNo, 'wrong'))).toBe('wrong_credentials');
    expect(await codeOf(attempt(lawyer.licenceNo, PASSWORD))).toBe('forbidden');
    expect(await Session.count({ where: { address } })).toBe(0);
  });

  test('only a fingerprint of the token is stored', async () => {
    const { token } = await attempt((await makeSignedLawyer()).licenceNo, PASSWORD);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const rows = await database.sequelize.query('SELECT * FROM sessions', { type: QueryTypes.SELECT });
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).toContain(hashToken(token));
  });
});

describe('an account that nobody has opened', () => {
  test('is opened by nothing that a letter prints or a colleague knows', async () => {
    const firm = await makeFirm();
    const lawyer = await makeLawyer(lawyerData({ identityKind: 'passport', identityNumber: 'EAX12345X' }));
    const tries = [
      ...['12345x', '12345X', lawyer.licenceNo.slice(-6)].map((typed) => [lawyer.licenceNo, typed] as const),
      ...[firm.uscc.slice(-6).toLowerCase(), firm.licenceNo.slice(-6)].map((typed) => [firm.uscc, typed] as const),
    ];
    for (const [login, typed] of tries) expect(await codeOf(attempt(login, typed))).toBe('wrong_credentials');
  });

  test('answers as one that does not exist, and as one that is open', async () => {
    const opened = await makeSignedLawyer();
    const answers: [number, string][] = [];
    for (const login of [opened.licenceNo, (await makeLawyer()).licenceNo, '10000000000000009'])
      for (let i = 0; i <= MAX_FAILURES; i++)
        answers.push([i, await codeOf(attempt(login, 'wrong', `203.0.114.${i}`))]);
    const [first, second, third] = [0, 1, 2].map((n) =>
      answers.slice(n * (MAX_FAILURES + 1), (n + 1) * (MAX_FAILURES + 1)),
    );
    expect(second).toEqual(first);
    expect(third).toEqual(first);
  });
});

describe('lock after five wrong passwords', () => {
  /** Tries of earlier, taken as `signIn` does but without its slow hash. */
  const failBefore = async (account: number | string, from: string, times: number) => {
    for (let i = 0; i < times; i++) await (await takeTry({ realm: 'member', account, address: from })).failed();
  };
  /** Sign-ins of which the answer is known; the rest was locked. */
  const judged = (codes: string[]) => codes.filter((code) => code !== 'locked' && code !== 'too_many_requests');

  test('the account is locked for 15 minutes, from everywhere, and told so', async () => {
    freezeClock('2026-11-20T09:00:00+08:00');
    const { licenceNo } = await makeSignedLawyer();
    const others = (i: number) => `203.0.113.${i}`;
    const codes = [];
    for (let i = 0; i < MAX_FAILURES; i++) codes.push(await codeOf(attempt(licenceNo, 'wrong', others(i))));
    expect(codes).toEqual([...Array<string>(MAX_FAILURES - 1).fill('wrong_credentials'), 'locked']);
    expect(await codeOf(attempt(licenceNo, PASSWORD))).toBe('locked');
    advanceClock(LOCK_MS - 1);
    expect(await codeOf(attempt(licenceNo, PASSWORD))).toBe('locked');
    advanceClock(1);
    expect(await codeOf(attempt(licenceNo, PASSWORD))).toBe('signed in');
    expect(
      await AuditEntry.count({ where: { action: 'session.locked', target: { [Op.like]: `%${licenceNo}%` } } }),
    ).toBe(1);
  });

  test('the second time in a day it is twice as long, and after a right password short again', async () => {
    freezeClock('2026-11-20T09:00:00+08:00');
    const { licenceNo } = await makeSignedLawyer();
    const fail = async () => {
      for (let i = 0; i < MAX_FAILURES; i++) await codeOf(attempt(licenceNo, 'wrong'));
    };
    await fail();
    advanceClock(LOCK_MS);
    await fail();
    advanceClock(2 * LOCK_MS - 60_000);
    await expect(attempt(licenceNo, PASSWORD)).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringContaining('请1分钟后再试'),
    });
    advanceClock(60_000);
    expect(await codeOf(attempt(licenceNo, PASSWORD))).toBe('signed in');
    await fail();
    advanceClock(LOCK_MS);
    expect(await codeOf(attempt(licenceNo, PASSWORD))).toBe('signed in');
  });

  test('an unknown account answers and locks exactly alike', async () => {
    const codes = [];
    for (let i = 0; i <= MAX_FAILURES; i++)
      codes.push(await codeOf(attempt('10000000000000000', 'wrong', `198.51.100.${i}`)));
    expect(codes).toEqual([...Array<string>(MAX_FAILURES - 1).fill('wrong_credentials'), 'locked', 'locked']);
  });

  test('an office may mistype many accounts; a network that tries a hundred is stopped, and nobody else', async () => {
    const { licenceNo } = await makeSignedLawyer();
    for (let i = 0; i < MAX_FAILURES_OF_NETWORK; i++) await failBefore(`unknown ${i}`, '2001:db8:7:7::1', 1);
    // Another address of the same /64, a right password.
    expect(await codeOf(attempt(licenceNo, PASSWORD, '2001:db8:7:7:ffff::2'))).toBe('too_many_requests');
    expect(await codeOf(attempt(licenceNo, PASSWORD, '2001:db8:7:8::1'))).toBe('signed in');
  });

  test('a network that is stopped keeps no device out that the account knows', async () => {
    const { licenceNo } = await makeSignedLawyer();
    for (let i = 0; i < MAX_FAILURES_OF_NETWORK; i++) await failBefore(`nobody ${i}`, '198.18.0.7', 1);
    const input = { realm: 'member' as const, login: licenceNo, password: PASSWORD, address: '198.18.0.7', device: '' };
    expect(await codeOf(signIn(input))).toBe('too_many_requests');
    expect(await codeOf(signIn({ ...input, knownDevice: () => 'desk' }))).toBe('signed in');
  });

  test('who signs in right all day uses up no tries of the office', async () => {
    const { licenceNo } = await makeSignedLawyer();
    for (let i = 0; i < MAX_FAILURES_OF_NETWORK - 1; i++) await failBefore(`mistyped ${i}`, address, 1);
    for (let i = 0; i < 3; i++) expect(await codeOf(attempt(licenceNo, PASSWORD))).toBe('signed in');
  });

  test('a right password gives the account its tries back', async () => {
    const { id, licenceNo } = await makeSignedLawyer();
    const account = await Account.findOne({ where: { lawyerId: id }, rejectOnEmpty: true });
    for (let round = 0; round < 3; round++) {
      await failBefore(account.id, address, MAX_FAILURES - 1);
      expect(await codeOf(attempt(licenceNo, PASSWORD))).toBe('signed in');
    }
  });

  test('of sixty guesses at once exactly five are judged', async () => {
    const { licenceNo } = await makeSignedLawyer();
    const guesses = Array.from({ length: 60 }, (_, i) => codeOf(attempt(licenceNo, `wrong ${i}`, `198.18.0.${i}`)));
    const right = codeOf(attempt(licenceNo, PASSWORD, '198.18.0.99'));
    const codes = await Promise.all(guesses);
    // The fifth says that it locked; the four before it that they were wrong; the others were not looked at.
    expect(judged(codes)).toEqual(Array<string>(MAX_FAILURES - 1).fill('wrong_credentials'));
    expect(await right).toBe('locked');
  });

  test('a lock that strangers caused does not lock a known device, which has five tries of its own', async () => {
    const { licenceNo } = await makeSignedLawyer();
    const from = (password: string, device: string | undefined) =>
      codeOf(signIn({ realm: 'member', login: licenceNo, password, address, device: '', knownDevice: () => device }));
    for (let i = 0; i < MAX_FAILURES; i++) await from('wrong', undefined);
    expect(await from(PASSWORD, undefined)).toBe('locked');
    expect(await from(PASSWORD, 'device-1')).toBe('signed in');
    for (let i = 0; i < MAX_FAILURES; i++) await from('wrong', 'device-1');
    expect(await from(PASSWORD, 'device-1')).toBe('locked');
    expect(await from(PASSWORD, 'device-2')).toBe('signed in');
  });
});
