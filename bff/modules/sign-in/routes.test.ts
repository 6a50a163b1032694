import { beforeEach, describe, expect, test } from '@jest/globals';
import { accountEndpoints as endpoints } from '../../contract/accounts/endpoints.ts';
import { certificateEndpoints } from '../../contract/certificates/endpoints.ts';
import '../../models.ts';
import { memberToken, useApi, type Answer } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { givePassword, makeFirm, makeLawyer, makeStaffAccount } from '../../test/factories/registry.ts';
import type { Firm } from '../registry/model.ts';
import { MAX_FAILURES } from './lockout.ts';
import { Account, Session } from '../accounts/model.ts';

useDatabase();
const api = useApi();
const PASSWORD = 'correct horse 1';
let firm: Firm;
beforeEach(async () => {
  firm = await makeFirm();
});

const cookieOf = ({ headers }: Answer) => headers.getSetCookie()[0] ?? '';
const origin = () => ({ origin: api.url });
const signIn = (login: string, password: string, more: object = {}) =>
  api.call(endpoints.signIn, { body: { login, password, ...more } });

describe('a browser', () => {
  test('gets a cookie that scripts cannot read, and no token', async () => {
    await givePassword({ firmId: firm.id }, PASSWORD);
    const answer = await signIn(firm.uscc, PASSWORD);
    expect(answer.status).toBe(200);
    expect(answer.json['token']).toBeUndefined();
    expect(cookieOf(answer)).toMatch(/^lz_member=[\w-]{43};/);
    expect(cookieOf(answer)).toMatch(/httponly/i);
    expect(cookieOf(answer)).toMatch(/samesite=/i);

    const cookie = cookieOf(answer).split(';')[0] ?? '';
    const shown = await api.call(endpoints.showSession, { headers: { cookie } });
    expect(shown.json['account']).toMatchObject({ kind: 'firm', name: firm.name });
    const out = await api.call(endpoints.signOut, { headers: { cookie, ...origin() } });
    expect(out.status).toBe(200);
    expect(cookieOf(out)).toMatch(/^lz_member=;/);
    expect((await api.call(endpoints.showSession, { headers: { cookie } })).status).toBe(401);
  });

  test('of staff has a cookie of its own', async () => {
    await makeStaffAccount('reviewer', PASSWORD, ['reviewer']);
    const answer = await api.call(endpoints.staffSignIn, { body: { login: 'reviewer', password: PASSWORD } });
    const cookie = cookieOf(answer).split(';')[0] ?? '';
    expect(cookie).toMatch(/^lz_staff=/);
    expect((await api.call(endpoints.showStaffSession, { headers: { cookie } })).status).toBe(200);
    // The staff token in the members' cookie opens nothing.
    const moved = cookie.replace('lz_staff', 'lz_member');
    expect((await api.call(endpoints.showSession, { headers: { cookie: moved } })).status).toBe(401);
  });
});

describe('a browser in which the account signed in before', () => {
  const knownOf = ({ headers }: Answer) =>
    headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith('lz_known='))
      ?.split(';')[0] ?? '';
  const signInFrom = (cookie: string, password: string) =>
    api.call(endpoints.signIn, { body: { login: firm.uscc, password }, headers: { cookie, ...origin() } });

  test('is not locked out by strangers; a cookie that we did not sign is a stranger’s', async () => {
    await givePassword({ firmId: firm.id }, PASSWORD);
    const known = knownOf(await signIn(firm.uscc, PASSWORD));
    expect(known).toMatch(/^lz_known=\d+\.[\w-]{22}\.[\w-]{43}$/);
    for (let i = 0; i < MAX_FAILURES; i++) await signIn(firm.uscc, 'wrong');
    expect((await signInFrom('', PASSWORD)).status).toBe(429);
    const forged = [
      known.replace(/\w$/, (end) => (end === 'A' ? 'B' : 'A')),
      known.replace(/=\d+/, '=999999'),
      'lz_known=x',
    ];
    for (const cookie of forged) expect((await signInFrom(cookie, PASSWORD)).status).toBe(429);
    expect((await signInFrom(known, PASSWORD)).status).toBe(200);
  });

  test('keeps knowing eight accounts, the latest', async () => {
    let cookie = '';
    for (let i = 0; i < 9; i++) {
      firm = await makeFirm();
      await givePassword({ firmId: firm.id }, PASSWORD);
      cookie = knownOf(await signInFrom(cookie, PASSWORD));
    }
    expect(cookie.split('~')).toHaveLength(8);
  });
});

describe('a mini-program', () => {
  test('gets the token in the reply, and no cookie', async () => {
    await givePassword({ firmId: firm.id }, PASSWORD);
    const answer = await signIn(firm.licenceNo, PASSWORD, { tokenIn: 'reply' });
    expect(cookieOf(answer)).toBe('');
    const token = answer.json['token'] as string;
    expect((await api.call(endpoints.showSession, { as: token })).status).toBe(200);
    expect((await api.call(endpoints.signOut, { as: token })).status).toBe(200);
    expect((await api.call(endpoints.showSession, { as: token })).status).toBe(401);
  });
});

test('with a temporary password only a new one can be set', async () => {
  const initial = 'handed over 1';
  await givePassword({ firmId: firm.id }, initial);
  await Account.update({ isTemporary: true }, { where: { firmId: firm.id } });
  const answer = await signIn(firm.licenceNo, initial, { tokenIn: 'reply' });
  const as = answer.json['token'] as string;
  expect(answer.json['mustChangePassword']).toBe(true);
  const refused = await api.call(certificateEndpoints.listTypes, { as });
  expect(refused).toMatchObject({ status: 403, json: { error: { code: 'password_change_required' } } });
  expect((await api.call(endpoints.listDevices, { as })).status).toBe(403);
  const weak = await api.call(endpoints.changePassword, { as, body: { current: initial, next: 'short' } });
  expect(weak).toMatchObject({ status: 422, json: { error: { fields: { next: expect.any(String) } } } });
  const changed = await api.call(endpoints.changePassword, { as, body: { current: initial, next: PASSWORD } });
  expect(changed).toMatchObject({ status: 200, json: { mustChangePassword: false } });
  expect((await api.call(endpoints.listDevices, { as })).status).toBe(200);
});

test('unknown account and wrong password get the same answer, down to its length', async () => {
  await givePassword({ firmId: firm.id }, PASSWORD);
  const wrong = await signIn(firm.licenceNo, 'wrong');
  const unknown = await signIn('10000000000000000', 'wrong');
  const withoutId = ({ status, bytes }: Answer) => [status, bytes.toString().replace(/[0-9a-f-]{36}/, '')];
  expect(withoutId(unknown)).toEqual(withoutId(wrong));
  expect(wrong).toMatchObject({ status: 401, json: { error: { code: 'wrong_credentials' } } });
  for (let i = 1; i < MAX_FAILURES; i++) await signIn(firm.licenceNo, 'wrong');
  const locked = await signIn(firm.licenceNo, PASSWORD);
  expect(locked).toMatchObject({
    status: 429,
    json: { error: { message: expect.stringContaining('15分钟') } },
  });
});

test('a device of somebody else does not exist', async () => {
  const lawyer = await makeLawyer();
  const mine = await memberToken({ firmId: firm.id });
  const foreign = await memberToken({ lawyerId: lawyer.id });
  const id = ((await api.call(endpoints.listDevices, { as: foreign })).json as unknown as { id: number }[])[0]?.id ?? 0;
  const answer = await api.call(endpoints.revokeDevice, { as: mine, params: { id } });
  expect(answer.status).toBe(404);
  expect(await Session.count({ where: { id } })).toBe(1);
  expect((await api.call(endpoints.revokeDevice, { as: foreign, params: { id } })).status).toBe(200);
  expect((await api.call(endpoints.showSession, { as: foreign })).status).toBe(401);
});
