import { beforeEach, describe, expect, test } from '@jest/globals';
import { accountEndpoints } from '../../contract/accounts/endpoints.ts';
import { changeEndpoints } from '../../contract/two-person/endpoints.ts';
import { staffEndpoints, type StaffRow } from '../../contract/staff/endpoints.ts';
import type { Role } from '../../contract/accounts/enums.ts';
import '../../models.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { decrypt } from '../../platform/crypto/encryption.ts';
import { database } from '../../platform/db/database.ts';
import { signedIn, useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { makeStaffAccount } from '../../test/factories/registry.ts';
import { Message } from '../outbox/model.ts';
import { secretContext } from '../outbox/send-later.ts';
import { AuditEntry } from '../audit/model.ts';
import { Account } from '../accounts/model.ts';
import { versionOf } from './version-of.ts';

useDatabase();
const api = useApi();
const PASSWORD = 'correct horse 1';
let chief: Account;
let as = '';
beforeEach(async () => {
  for (const table of ['second_factors', 'sessions', 'accounts'])
    await database.sequelize.query(`DELETE FROM ${table}`);
  chief = await makeStaffAccount('chief', PASSWORD, ['administrator']);
  as = await signedIn(chief);
});

const create = (login: string, roles: Role[]) =>
  api.call(staffEndpoints.createStaff, { as, body: { login, name: '顾清和', email: 'gu@example.com', roles } });
/** The code that waits to be mailed, as only its recipient will read it. */
async function mailedCode(): Promise<string> {
  const message = await Message.findOne({
    where: { template: 'staff_access' },
    order: [['id', 'DESC']],
    rejectOnEmpty: true,
  });
  return (JSON.parse(decrypt(message.secret ?? '', secretContext(message.id))) as { code: string }).code;
}
const signIn = (login: string, password: string) =>
  api.call(accountEndpoints.staffSignIn, { body: { login, password, tokenIn: 'reply' } });
const list = async () => (await api.call(staffEndpoints.listStaff, { as })).json as unknown as StaffRow[];
const close = (id: number, by = as) => api.call(staffEndpoints.closeStaff, { as: by, params: { id } });
const versionNow = async (id: number) => versionOf(await Account.findByPk(id, { rejectOnEmpty: true }));
const setRoles = async (id: number, roles: Role[], by = as, version?: string) =>
  api.call(staffEndpoints.updateStaff, {
    as: by,
    params: { id },
    body: { name: '顾清和', email: 'gu@example.com', roles, version: version ?? (await versionNow(id)) },
  });

describe('a staff account', () => {
  test('is not saved over what somebody else has saved since: the role that was taken away stays away', async () => {
    const { id } = await makeStaffAccount('clerk.1', PASSWORD, ['registrar', 'service']);
    const seen = (await list()).find((row) => row.id === id)!.version;
    const saved = await setRoles(id, ['service'], as, seen);
    expect(saved.status).toBe(200);
    const stale = await setRoles(id, ['registrar', 'service'], as, seen);
    expect(stale.json).toMatchObject({ error: { code: 'changed_meanwhile' } });
    expect((await list()).find((row) => row.id === id)).toMatchObject({ roles: ['service'] });
    expect((await setRoles(id, ['service', 'events'], as, String(saved.json['version']))).status).toBe(200);
  });

  test('is not opened without a role', async () => {
    const refused = await create('nobody.1', []);
    expect(refused.status).toBe(422);
    expect(refused.json).toMatchObject({ error: { fields: { roles: '请选择角色：没有角色的账号什么也做不了' } } });
    expect((await list()).map(({ login }) => login)).toEqual(['chief']);
  });

  test('is opened with a code that only its own mailbox gets, and that opens only the page for a password', async () => {
    const created = await create('Reviewer.1', ['reviewer']);
    expect(created.json).toEqual({ id: expect.any(Number), login: 'reviewer.1', sentTo: 'g***@example.com' });
    const code = await mailedCode();
    expect(code).toMatch(/^\w{4}(-\w{4}){3}$/);
    const session = await signIn('reviewer.1', code);
    expect(session.json).toMatchObject({ mustChangePassword: true });
    expect(JSON.stringify([await list(), created.json])).not.toContain(code);
    expect((await create('reviewer.1', ['reviewer'])).status).toBe(409);
    const [entry] = await AuditEntry.findAll({
      where: { action: 'account.created' },
      order: [['id', 'DESC']],
      limit: 1,
    });
    expect(entry).toMatchObject({ accountId: chief.id, detail: '角色：审核' });
    expect(JSON.stringify(entry)).not.toContain(code);
  });

  test('has 30 days for its code', async () => {
    await create('late', ['reviewer']);
    const code = await mailedCode();
    freezeClock(clock.now());
    advanceClock(30 * 86_400_000);
    expect((await signIn('late', code)).status).toBe(401);
    releaseClock();
    expect((await signIn('late', code)).status).toBe(200);
  });

  test.each(['x', '9lives', 'a b', 'root;--', '管理员'])('%j is no login', async (login) => {
    expect((await create(login, ['reviewer'])).status).toBe(422);
  });

  test('closed: signed out at once, and not in again until it is opened', async () => {
    const other = await makeStaffAccount('other', PASSWORD, ['events']);
    const token = await signedIn(other);
    expect((await close(other.id)).json).toMatchObject({ isClosed: true });
    expect((await api.call(accountEndpoints.showStaffSession, { as: token })).status).toBe(401);
    expect((await signIn('other', PASSWORD)).status).toBe(403);
    await api.call(staffEndpoints.reopenStaff, { as, params: { id: other.id } });
    expect((await signIn('other', PASSWORD)).status).toBe(200);
  });

  test('with its password reset is signed out and has to set another', async () => {
    const other = await makeStaffAccount('other', PASSWORD, ['events']);
    const token = await signedIn(other);
    await other.update({ email: '' });
    const reset = () => api.call(staffEndpoints.resetStaffPassword, { as, params: { id: other.id } });
    expect((await reset()).json.error?.message).toContain('没有登记邮箱');
    expect((await signIn('other', PASSWORD)).status).toBe(200);
    await other.update({ email: 'other@example.com' });
    expect((await reset()).json).toEqual({ login: 'other', sentTo: 'ot***@example.com' });
    expect((await api.call(accountEndpoints.showStaffSession, { as: token })).status).toBe(401);
    expect((await signIn('other', PASSWORD)).status).toBe(401);
    expect((await signIn('other', await mailedCode())).json).toMatchObject({ mustChangePassword: true });
  });

  test('whose word counts as one of two gets a new code only where both persons saw that it goes', async () => {
    const cashier = await makeStaffAccount('cashier', PASSWORD, ['finance']);
    const second = await signedIn(await makeStaffAccount('second', PASSWORD, ['administrator']));
    const asked = await api.call(staffEndpoints.resetStaffPassword, { as, params: { id: cashier.id } });
    const { id, after } = asked.json['waiting'] as { id: number; after: string };
    expect(after).toContain('cashier@example.com');
    await cashier.update({ email: 'thief@example.com' });
    const confirmed = await api.call(changeEndpoints.confirmChange, { as: second, params: { id } });
    expect(confirmed.json.error?.code).toBe('changed_meanwhile');
    expect(await Message.count({ where: { recipient: 'thief@example.com' } })).toBe(0);
  });

  test('that is granted such a role is granted it, and not whoever has prepared it: password and sessions end', async () => {
    const clerk = await makeStaffAccount('clerk', PASSWORD, []);
    const session = await signedIn(clerk);
    const second = await signedIn(await makeStaffAccount('second', PASSWORD, ['administrator']));
    const ask = async (roles: Role[]) =>
      (await setRoles(clerk.id, roles)).json['waiting'] as { id: number; after: string };
    const confirm = (id: number) => api.call(changeEndpoints.confirmChange, { as: second, params: { id } });
    const waiting = await ask(['finance']);
    expect(waiting.after).toContain('gu@example.com');
    expect((await confirm(waiting.id)).json['given']).toMatchObject({ login: 'clerk' });
    expect((await api.call(accountEndpoints.showStaffSession, { as: session })).status).toBe(401);
    expect((await signIn('clerk', PASSWORD)).status).toBe(401);
    const { id } = await ask(['finance', 'registrar']);
    await clerk.update({ email: 'thief@example.com' });
    expect((await confirm(id)).json.error?.code).toBe('changed_meanwhile');
  });

  test('of a member is none', async () => {
    expect((await close(999_999)).status).toBe(404);
  });
});

describe('the last administrator', () => {
  test('cannot be closed or lose the role; with a second one it is possible', async () => {
    expect((await close(chief.id)).json.error).toMatchObject({ code: 'wrong_state' });
    expect((await setRoles(chief.id, ['reviewer'])).status).toBe(409);
    const closed = await makeStaffAccount('former', PASSWORD, ['administrator']);
    await close(closed.id);
    expect((await close(chief.id)).status).toBe(409);
    await makeStaffAccount('second', PASSWORD, ['administrator']);
    expect((await setRoles(chief.id, ['reviewer'])).status).toBe(200);
  });

  test('stays when two administrators remove each other at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      await Account.destroy({ where: {} });
      const [one, two] = await Promise.all(
        ['one', 'two'].map((name) => makeStaffAccount(`${name}${round}`, PASSWORD, ['administrator'])),
      );
      const [tokenOne, tokenTwo] = await Promise.all([signedIn(one!), signedIn(two!)]);
      const acts = [() => close(two!.id, tokenOne), () => setRoles(one!.id, ['service'], tokenTwo)];
      if (round % 2) acts.reverse();
      await Promise.all(acts.map((act) => act()));
      const left = (await Account.findAll({ where: { isClosed: false } })).filter(({ roles }) =>
        roles.includes('administrator'),
      );
      expect(left.length).toBeGreaterThanOrEqual(1);
    }
  });
});
