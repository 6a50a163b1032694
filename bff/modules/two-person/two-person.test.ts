import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { changeEndpoints, type ChangeRow } from '../../contract/two-person/endpoints.ts';
import { settingsEndpoints } from '../../contract/settings/endpoints.ts';
import { paymentEndpoints } from '../../contract/payments/endpoints.ts';
import { staffEndpoints } from '../../contract/staff/endpoints.ts';
import type { Role } from '../../contract/accounts/enums.ts';
import { CHANGE_HOURS, TWO_PERSON_ROLES } from '../../contract/two-person/enums.ts';
import '../../models.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { database } from '../../platform/db/database.ts';
import { signedIn, useApi, type Answer } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { makeStaffAccount } from '../../test/factories/registry.ts';
import { Account, SecondFactor } from '../accounts/model.ts';
import { rolesOf } from '../accounts/policy.ts';
import { AuditEntry } from '../audit/model.ts';
import { Setting } from '../settings/model.ts';
import { forgetSecurity, readSecurity } from '../settings/read-security.ts';
import { versionOf } from '../staff-accounts/version-of.ts';
import { forgetSettings, readSettings } from '../settings/read-settings.ts';

useDatabase();
const api = useApi();
const PASSWORD = 'correct horse 1';
let [chief, second] = ['', ''];
let [chiefAccount, secondAccount]: Account[] = [];
beforeEach(async () => {
  for (const table of ['change_requests', 'second_factors', 'sessions', 'accounts', 'settings']) {
    await database.sequelize.query(`DELETE FROM ${table}`);
  }
  forgetSettings();
  forgetSecurity();
  chiefAccount = await makeStaffAccount('chief', PASSWORD, ['administrator']);
  secondAccount = await makeStaffAccount('second', PASSWORD, ['administrator']);
  [chief, second] = [await signedIn(chiefAccount), await signedIn(secondAccount)];
});
afterEach(releaseClock);

const waitingIn = ({ json }: Answer) => json['waiting'] as ChangeRow;
const on = (endpoint: (typeof changeEndpoints)[keyof typeof changeEndpoints]) => (as: string, id: number) =>
  api.call(endpoint, { as, params: { id } });
const confirm = on(changeEndpoints.confirmChange);
const decline = (as: string, id: number, reason = '未见公函') =>
  api.call(changeEndpoints.declineChange, { as, params: { id }, body: { reason } });
const withdraw = on(changeEndpoints.withdrawChange);
const statusOf = async (answer: Promise<Answer>) => (await answer).status;
const rolesNow = async (account: Account) => rolesOf(await account.reload());

const save = async (more: object, as = chief) =>
  api.call(settingsEndpoints.updateSettings, { as, body: { ...(await readSettings()), ...more } });
const limit = async () => (await readSettings()).refundApprovalFen;
const setRoles = async (account: Account, roles: Role[], as = chief) => {
  const version = versionOf(await account.reload());
  return api.call(staffEndpoints.updateStaff, {
    as,
    params: { id: account.id },
    body: { name: account.name, email: account.email, roles, version },
  });
};
const open = (login: string, roles: Role[], as = chief) =>
  api.call(staffEndpoints.createStaff, { as, body: { login, name: '顾清和', email: 'gu@example.com', roles } });
const about =
  (endpoint: Parameters<typeof api.call>[0]) =>
  (account: Account, as = chief) =>
    api.call(endpoint, { as, params: { id: account.id } });
const reopen = about(staffEndpoints.reopenStaff);
const resetPassword = about(staffEndpoints.resetStaffPassword);
const resetFactor = about(staffEndpoints.resetSecondFactor);

test('whoever may agree to a refund is one of those whose roles take two persons', () => {
  for (const role of paymentEndpoints.decideRefund.access) expect(TWO_PERSON_ROLES).toContain(role);
});

describe('the refund limit', () => {
  test('goes up only when another administrator confirms it, and the rest is saved at once', async () => {
    const before = await limit();
    const waiting = waitingIn(await save({ refundApprovalFen: before + 100, officeHours: '工作日 9:00–17:00' }));
    expect(waiting).toMatchObject({ target: '协会设置', before: '200.00元', after: '201.00元' });
    expect(waiting.can).toEqual({ confirm: false, decline: false, withdraw: true });
    expect([await limit(), (await readSettings()).officeHours]).toEqual([before, '工作日 9:00–17:00']);
    expect(await statusOf(confirm(chief, waiting.id))).toBe(403);
    expect(await limit()).toBe(before);
    const confirmed = await confirm(second, waiting.id);
    expect(confirmed.json).toMatchObject({ change: { state: 'confirmed' }, given: null });
    expect(await limit()).toBe(before + 100);
    const actions = (await AuditEntry.findAll({ where: { targetKind: 'change', targetId: waiting.id } })).map(
      ({ action, accountId }) => [action, accountId],
    );
    expect(actions).toEqual([
      ['change.requested', chiefAccount!.id],
      ['change.confirmed', secondAccount!.id],
    ]);
  });

  test('goes down at once', async () => {
    expect(waitingIn(await save({ refundApprovalFen: 100 }))).toBeNull();
    expect(await limit()).toBe(100);
  });

  test('that was lowered meanwhile is not raised by what was asked before', async () => {
    const waiting = waitingIn(await save({ refundApprovalFen: 50_000 }));
    await save({ refundApprovalFen: 100 }, second);
    expect((await confirm(second, waiting.id)).json.error?.code).toBe('changed_meanwhile');
    expect(await limit()).toBe(100);
    expect(await statusOf(withdraw(chief, waiting.id))).toBe(200);
  });

  test('is not raised by a form that was opened before it was lowered', async () => {
    const stale = await readSettings();
    await save({ officeHours: '工作日' });
    for (let round = 0; round < 10; round++) {
      await Setting.update({ value: JSON.stringify(stale) }, { where: { name: 'office' } });
      const [lowered, other] = await Promise.all([
        api.call(settingsEndpoints.updateSettings, { as: chief, body: { ...stale, refundApprovalFen: 100 } }),
        api.call(settingsEndpoints.updateSettings, { as: second, body: { ...stale, officeHours: `第${round}次` } }),
      ]);
      // One of them was first, and the other is told: neither is undone unseen.
      expect([lowered.status, other.status].sort()).toEqual([200, 409]);
      expect(await limit()).toBe(lowered.status === 200 ? 100 : stale.refundApprovalFen);
    }
  });
});

describe('roles whose word counts as one of two', () => {
  test('are granted by two persons, other roles and what is taken away by one', async () => {
    const account = await makeStaffAccount('clerk', PASSWORD, ['reviewer']);
    const waiting = waitingIn(await setRoles(account, ['events', 'finance']));
    expect(await rolesNow(account)).toEqual(['events']);
    expect(waiting).toMatchObject({ before: '活动', after: '活动、财务，新的登录码发到 clerk@example.com' });
    expect(await statusOf(confirm(second, waiting.id))).toBe(200);
    expect(await rolesNow(account)).toEqual(['events', 'finance']);
    expect(waitingIn(await setRoles(account, ['events']))).toBeNull();
    expect(await rolesNow(account)).toEqual(['events']);
  });

  test('are not granted by who would get them', async () => {
    const waiting = waitingIn(await setRoles(secondAccount!, ['administrator', 'finance']));
    expect(await statusOf(confirm(second, waiting.id))).toBe(403);
    expect(await rolesNow(secondAccount!)).toEqual(['administrator']);
  });

  test('are not granted on top of others than both saw', async () => {
    const account = await makeStaffAccount('clerk', PASSWORD, []);
    const waiting = waitingIn(await setRoles(account, ['finance']));
    await setRoles(account, ['events']);
    expect((await confirm(second, waiting.id)).json.error?.code).toBe('changed_meanwhile');
  });

  test('open an account only with two persons; neither sees its code', async () => {
    const waiting = waitingIn(await open('cashier', ['finance']));
    expect(await Account.count({ where: { login: 'cashier' } })).toBe(0);
    expect(await statusOf(open('chief', ['finance']))).toBe(409);
    const { json } = await confirm(second, waiting.id);
    expect(json['given']).toEqual({ login: 'cashier', sentTo: 'g***@example.com' });
    expect((await open('clerk2', ['reviewer'])).json).toMatchObject({ login: 'clerk2' });
  });

  test('reopen a closed account only with two persons, and close it with one', async () => {
    const account = await makeStaffAccount('cashier', PASSWORD, ['finance']);
    await api.call(staffEndpoints.closeStaff, { as: chief, params: { id: account.id } });
    const waiting = waitingIn(await reopen(account));
    expect((await account.reload()).isClosed).toBe(true);
    expect(await statusOf(confirm(second, waiting.id))).toBe(200);
    expect((await account.reload()).isClosed).toBe(false);
  });

  test('get another password or lose their second factor only with two persons', async () => {
    const account = await makeStaffAccount('cashier', PASSWORD, ['finance']);
    await SecondFactor.create({
      accountId: account.id,
      secret: null,
      pendingSecret: null,
      confirmedAt: 1,
      lastStep: 0,
      recovery: [],
    });
    const hash = account.passwordHash;
    const password = waitingIn(await resetPassword(account));
    const factor = waitingIn(await resetFactor(account));
    expect((await account.reload()).passwordHash).toBe(hash);
    expect(await SecondFactor.count()).toBe(1);
    expect((await confirm(second, password.id)).json['given']).toMatchObject({ login: 'cashier' });
    expect((await account.reload()).passwordHash).not.toBe(hash);
    expect(await statusOf(confirm(second, factor.id))).toBe(200);
    expect(await SecondFactor.count()).toBe(0);
  });

  test('are seen by both persons: one that the account got meanwhile is not part of what was asked', async () => {
    const account = await makeStaffAccount('cashier', PASSWORD, ['finance']);
    const reset = waitingIn(await resetPassword(account));
    await account.update({ roles: JSON.stringify(['finance', 'administrator']) });
    expect((await confirm(second, reset.id)).json.error?.code).toBe('changed_meanwhile');
  });

  test('are not let off the second factor by one person', async () => {
    const demand = async (secondFactorRoles: Role[]) =>
      api.call(staffEndpoints.updateSecurity, {
        as: chief,
        body: { secondFactorRoles, version: (await readSecurity()).version },
      });
    await demand(['finance', 'reviewer']);
    const waiting = waitingIn(await demand([]));
    expect((await readSecurity()).secondFactorRoles).toEqual(['finance']);
    // The other one may have to set up a factor first; here the settings ask none of administrators.
    expect(await statusOf(confirm(second, waiting.id))).toBe(200);
    expect((await readSecurity()).secondFactorRoles).toEqual([]);
  });
});

describe('a change that waits', () => {
  test('is made once, however many confirm it at once', async () => {
    const third = await signedIn(await makeStaffAccount('third', PASSWORD, ['administrator']));
    const account = await makeStaffAccount('cashier', PASSWORD, ['finance']);
    // Without a password to hash they meet at the very row.
    const { id } = waitingIn(await resetFactor(account));
    const answers = await Promise.all([second, third, second, third].map((as) => statusOf(confirm(as, id))));
    expect(answers.sort()).toEqual([200, 409, 409, 409]);
    expect(await AuditEntry.count({ where: { action: 'second-factor.reset', targetId: account.id } })).toBe(1);
  });

  test('is the same when the same is asked again', async () => {
    const ids = [waitingIn(await open('cashier', ['finance'])).id, waitingIn(await open('cashier', ['finance'])).id];
    expect(new Set(ids).size).toBe(1);
  });

  test('is withdrawn by who asked, declined by another, and neither is confirmed any more', async () => {
    const one = waitingIn(await open('one', ['finance']));
    expect(await statusOf(withdraw(second, one.id))).toBe(403);
    expect(await statusOf(decline(chief, one.id))).toBe(403);
    expect((await withdraw(chief, one.id)).json).toMatchObject({ state: 'withdrawn' });
    const two = waitingIn(await open('two', ['finance']));
    expect((await decline(second, two.id)).json).toMatchObject({
      state: 'declined',
      decidedBy: '顾清和',
      reason: '未见公函',
    });
    const three = waitingIn(await open('three', ['finance']));
    expect(await statusOf(decline(second, three.id, ' '))).toBe(422);
    for (const { id } of [one, two]) expect(await statusOf(confirm(second, id))).toBe(409);
    const over = { action: ['change.withdrawn', 'change.declined'], targetId: [one.id, two.id] };
    expect(await AuditEntry.count({ where: over })).toBe(2);
  });

  test('expires', async () => {
    freezeClock(clock.now());
    const { id } = waitingIn(await open('cashier', ['finance']));
    advanceClock(CHANGE_HOURS * 3_600_000);
    // Nobody stays signed in for so long.
    const as = await signedIn(secondAccount!);
    expect(await statusOf(confirm(as, id))).toBe(409);
    const list = await api.call(changeEndpoints.listChanges, { as });
    expect(list.json).toMatchObject({ items: [{ id, state: 'expired' }], administrators: 2 });
  });

  test('is worth nothing once who asked is no administrator any more', async () => {
    const { id } = waitingIn(await open('cashier', ['finance']));
    await api.call(staffEndpoints.closeStaff, { as: second, params: { id: chiefAccount!.id } });
    expect(await statusOf(confirm(second, id))).toBe(409);
    expect(await statusOf(decline(second, id))).toBe(200);
  });

  test('with one administrator alone waits for somebody whom the operator of the server opens', async () => {
    await api.call(staffEndpoints.closeStaff, { as: chief, params: { id: secondAccount!.id } });
    const { id } = waitingIn(await open('cashier', ['finance']));
    expect((await api.call(changeEndpoints.listChanges, { as: chief })).json).toMatchObject({ administrators: 1 });
    expect(await statusOf(confirm(chief, id))).toBe(403);
    const third = await signedIn(await makeStaffAccount('third', PASSWORD, ['administrator']));
    expect(await statusOf(confirm(third, id))).toBe(200);
  });
});
