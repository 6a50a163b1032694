import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { accountEndpoints } from '../../../contract/accounts/endpoints.ts';
import { registryEndpoints } from '../../../contract/registry/endpoints.ts';
import { changeEndpoints } from '../../../contract/two-person/endpoints.ts';
import { staffEndpoints } from '../../../contract/staff/endpoints.ts';
import '../../../models.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { kv } from '../../../platform/kv/kv.ts';
import { signedIn, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeStaffAccount } from '../../../test/factories/registry.ts';
import { forgetSecurity, readSecurity } from '../../settings/read-security.ts';
import { Setting } from '../../settings/model.ts';
import type { Account } from '../../accounts/model.ts';
import { anyRow } from '../../../test/any-row.ts';

useDatabase();
const api = useApi();
const PASSWORD = 'correct horse 1';
let serial = 0;
let account: Account;
let as = '';
beforeEach(async () => {
  // Codes that were used a moment ago must not be used again: each test has its own minutes.
  freezeClock(Date.parse('2026-11-22T10:00:00+08:00') + ++serial * 3_600_000);
  account = await makeStaffAccount(`auditor${serial}`, PASSWORD, ['finance']);
  as = await signedIn(account);
  // All tests here share one address; a lock of one is not the next one's.
  for (const address of ['127.0.0.1', '::ffff:127.0.0.1', '::1']) {
    await kv.delete(`sign-in-failures:staff:address:${address}`);
    await kv.delete(`sign-in-locked:staff:address:${address}`);
  }
});
afterEach(async () => {
  releaseClock();
  await Setting.destroy({ where: { name: 'security' } });
  forgetSecurity();
});

const codeAt = (secret: string, at = clock.now()) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
const signIn = (code?: string) =>
  api.call(accountEndpoints.staffSignIn, {
    body: { login: account.login, password: PASSWORD, tokenIn: 'reply', ...(code !== undefined && { code }) },
  });

/** Sets a second factor up; answers its secret and recovery codes. */
async function enrol(): Promise<{ secret: string; recovery: string[] }> {
  const begun = await api.call(staffEndpoints.startSecondFactor, { as, body: { password: PASSWORD } });
  const secret = String(begun.json['secret']);
  const confirmed = await api.call(staffEndpoints.confirmSecondFactor, { as, body: { code: codeAt(secret) } });
  expect(confirmed.status).toBe(200);
  advanceClock(60_000);
  return { secret, recovery: confirmed.json['recoveryCodes'] as string[] };
}

describe('setting up', () => {
  test('gives what an authenticator app reads, and is in force only after a code of it', async () => {
    const begun = await api.call(staffEndpoints.startSecondFactor, { as, body: { password: PASSWORD } });
    expect(begun.json['url']).toContain(`secret=${String(begun.json['secret'])}`);
    expect(begun.json['url']).toMatch(/^otpauth:\/\/totp\//);
    expect(begun.json['qr']).toMatch(/^<svg/);
    expect((await signIn()).status).toBe(200);
    const wrong = await api.call(staffEndpoints.confirmSecondFactor, { as, body: { code: '000000' } });
    expect(wrong.status).toBe(422);
    expect((await signIn()).status).toBe(200);
  });

  test('asks for the password, as a session left open must not lock its owner out', async () => {
    const refused = await api.call(staffEndpoints.startSecondFactor, { as, body: { password: 'wrong' } });
    expect(refused.status).toBe(422);
  });

  test('keeps the secret encrypted and the recovery codes as hashes', async () => {
    const { secret, recovery } = await enrol();
    expect(recovery).toHaveLength(10);
    const stored = JSON.stringify(await select(anyRow, 'SELECT * FROM second_factors', []));
    expect(stored).not.toContain(secret);
    for (const code of recovery) expect(stored).not.toContain(code.replace('-', ''));
    const shown = await api.call(staffEndpoints.showSecondFactor, { as });
    expect(shown.json).toMatchObject({ isEnrolled: true, recoveryCodesLeft: 10 });
  });
});

describe('signing in', () => {
  test('takes password and code; without the code nothing opens', async () => {
    const { secret } = await enrol();
    expect((await signIn()).json.error).toMatchObject({ code: 'second_factor_required' });
    expect((await signIn('000000')).status).toBe(401);
    expect((await signIn(codeAt(secret))).status).toBe(200);
  });

  test('a code opens once, also for two who send it at the same moment', async () => {
    const { secret } = await enrol();
    const code = codeAt(secret);
    const answers = await Promise.all([signIn(code), signIn(code), signIn(code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    expect((await signIn(code)).status).toBe(401);
    advanceClock(30_000);
    expect((await signIn(codeAt(secret))).status).toBe(200);
    // An earlier step than the last one used is spent as well.
    expect((await signIn(codeAt(secret, clock.now() - 30_000))).status).toBe(401);
  });

  test('a code of minutes ago is none', async () => {
    const { secret } = await enrol();
    expect((await signIn(codeAt(secret, clock.now() - 120_000))).status).toBe(401);
    expect((await signIn(codeAt(secret, clock.now() + 120_000))).status).toBe(401);
  });

  test('five wrong codes lock, even for the right one', async () => {
    const { secret } = await enrol();
    const statuses: number[] = [];
    for (let n = 0; n < 5; n++) statuses.push((await signIn('000000')).status);
    expect(statuses.at(-1)).toBe(429);
    expect((await signIn(codeAt(secret))).status).toBe(429);
  });

  test('a recovery code opens once', async () => {
    const { recovery } = await enrol();
    expect((await signIn(recovery[3]?.toUpperCase())).status).toBe(200);
    expect((await signIn(recovery[3])).status).toBe(401);
    const shown = await api.call(staffEndpoints.showSecondFactor, { as });
    expect(shown.json).toMatchObject({ recoveryCodesLeft: 9 });
  });
});

describe('roles that must have one', () => {
  const admin = async () => signedIn(await makeStaffAccount(`chief${serial}`, PASSWORD, ['administrator']));
  const demand = async () =>
    api.call(staffEndpoints.updateSecurity, {
      as: await admin(),
      body: { secondFactorRoles: ['finance'], version: (await readSecurity()).version },
    });
  const work = () => api.call(registryEndpoints.listFirms, { as });

  test('can do nothing else before it is set up, and everything afterwards', async () => {
    expect((await work()).status).toBe(200);
    await demand();
    expect((await work()).json.error).toMatchObject({ code: 'second_factor_setup_required' });
    const session = await api.call(accountEndpoints.showStaffSession, { as });
    expect(session.json).toMatchObject({ mustSetUpSecondFactor: true });
    await enrol();
    expect((await work()).status).toBe(200);
  });

  test('a telephone that was lost: the administrator resets it, and its sessions end', async () => {
    await enrol();
    const chief = await admin();
    const reset = await api.call(staffEndpoints.resetSecondFactor, { as: chief, params: { id: account.id } });
    // Finance agrees to refunds: a second administrator has to confirm it.
    expect(reset.json).toMatchObject({ hasSecondFactor: true, waiting: { kind: 'factor_reset' } });
    const { id } = reset.json['waiting'] as { id: number };
    const second = await signedIn(await makeStaffAccount('second-chief', PASSWORD, ['administrator']));
    await api.call(changeEndpoints.confirmChange, { as: second, params: { id } });
    expect((await work()).status).toBe(401);
    expect((await signIn()).status).toBe(200);
  });

  test('a temporary password cannot set one up', async () => {
    await account.update({ isTemporary: true });
    const refused = await api.call(staffEndpoints.startSecondFactor, { as, body: { password: PASSWORD } });
    expect(refused.json.error).toMatchObject({ code: 'password_change_required' });
  });
});
