import { beforeEach, describe, expect, test } from '@jest/globals';
import { accountEndpoints } from '../../contract/endpoints/accounts.ts';
import { staffEndpoints, type StaffRow } from '../../contract/endpoints/staff.ts';
import type { Role } from '../../contract/enums.ts';
import '../../models.ts';
import { database } from '../../platform/db/database.ts';
import { signedIn, useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { makeStaffAccount } from '../../test/registry-factories.ts';
import { AuditEntry } from '../audit/model.ts';
import { Account } from './model.ts';

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
  api.call(staffEndpoints.createStaff, { as, body: { login, name: '顾清和', roles } });
const signIn = (login: string, password: string) =>
  api.call(accountEndpoints.staffSignIn, { body: { login, password, tokenIn: 'reply' } });
const list = async () => (await api.call(staffEndpoints.listStaff, { as })).json as unknown as StaffRow[];
const close = (id: number, by = as) => api.call(staffEndpoints.closeStaff, { as: by, params: { id } });
const setRoles = (id: number, roles: Role[], by = as) =>
  api.call(staffEndpoints.updateStaff, { as: by, params: { id }, body: { name: '顾清和', roles } });

describe('a staff account', () => {
  test('is opened with a temporary password, shown once, which opens only the page for another', async () => {
    const created = await create('Reviewer.1', ['reviewer']);
    expect(created.json).toMatchObject({
      login: 'reviewer.1',
      password: expect.stringMatching(/^\w{4}(-\w{4}){3}$/) as unknown,
    });
    const session = await signIn('reviewer.1', String(created.json['password']));
    expect(session.json).toMatchObject({ mustChangePassword: true });
    expect(JSON.stringify(await list())).not.toContain(String(created.json['password']));
    expect((await create('reviewer.1', ['reviewer'])).status).toBe(409);
    const [entry] = await AuditEntry.findAll({
      where: { action: 'account.created' },
      order: [['id', 'DESC']],
      limit: 1,
    });
    expect(entry).toMatchObject({ accountId: chief.id });
    expect(JSON.stringify(entry)).not.toContain(String(created.json['password']));
  });

  test.each(['x', '9lives', 'a b', 'root;--', '管理员'])('%j is no login', async (login) => {
    expect((await create(login, [])).status).toBe(422);
  });

  test('closed: signed out at once, and not in again until it is opened', async () => {
    const other = await makeStaffAccount('other', PASSWORD, ['service']);
    const token = await signedIn(other);
    expect((await close(other.id)).json).toMatchObject({ isClosed: true });
    expect((await api.call(accountEndpoints.showStaffSession, { as: token })).status).toBe(401);
    expect((await signIn('other', PASSWORD)).status).toBe(403);
    await api.call(staffEndpoints.reopenStaff, { as, params: { id: other.id } });
    expect((await signIn('other', PASSWORD)).status).toBe(200);
  });

  test('with its password reset is signed out and has to set another', async () => {
    const other = await makeStaffAccount('other', PASSWORD, ['service']);
    const token = await signedIn(other);
    const reset = await api.call(staffEndpoints.resetStaffPassword, { as, params: { id: other.id } });
    expect((await api.call(accountEndpoints.showStaffSession, { as: token })).status).toBe(401);
    expect((await signIn('other', PASSWORD)).status).toBe(401);
    expect((await signIn('other', String(reset.json['password']))).json).toMatchObject({ mustChangePassword: true });
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
