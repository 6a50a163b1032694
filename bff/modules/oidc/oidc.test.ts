import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import '../../models.ts';
import { accountEndpoints } from '../../contract/accounts/endpoints.ts';
import { oidcEndpoints, type OidcBindingReply } from '../../contract/oidc/endpoints.ts';
import { env } from '../../env.ts';
import { transaction } from '../../platform/db/database.ts';
import { forgetProvider } from '../../platform/oidc/provider.ts';
import type { Answer } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { mailedCode } from '../../test/factories/counter.ts';
import { makeOidcBinding } from '../../test/factories/oidc.ts';
import { givePassword, makeFirm } from '../../test/factories/registry.ts';
import { code, makeMember, PASSWORD, returned, tokenOf, useMemberCentre } from '../../test/member-centre.ts';
import { Account } from '../accounts/model.ts';
import { AuditEntry } from '../audit/model.ts';
import { Message } from '../outbox/model.ts';
import { sendCode } from '../sign-in/contacts/sent-code.ts';
import { OidcBinding } from './model.ts';

useDatabase();
const { outside, api, isIn, begin, identify, arrive, signIn, bind, bound } = useMemberCentre();

describe('the first time with the password, then by itself', () => {
  test('and the account sees who opens it', async () => {
    const { firm, login } = await makeMember();
    const first = await arrive();
    expect(first.answer.json).toMatchObject({ isBound: false, name: '林知远' });
    expect(code(await signIn(first.proof))).toBe('oidc_not_bound');
    const opened = await bind(first.proof, { login });
    expect(opened.json).toMatchObject({ account: { name: firm.name } });
    expect(opened.headers.get('set-cookie')).toMatch(/httponly/i);

    const next = await arrive();
    expect(next.answer.json).toMatchObject({ isBound: true });
    const again = await signIn(next.proof);
    expect(again.json).toMatchObject({ account: { name: firm.name } });
    const list = (await api.call(oidcEndpoints.listOidcBindings, { as: tokenOf(again) })).json;
    expect(list).toEqual([expect.objectContaining({ name: '林知远', isCurrent: true })]);
    expect(JSON.stringify(list)).not.toMatch(/issuer|subject/);
    const actions = (await AuditEntry.findAll({ order: [['id', 'DESC']], limit: 4 })).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['oidc.bound', 'session.signed-in']));
  });

  test('a wrong password binds nothing and leaves the ticket; the fifth locks as everywhere', async () => {
    const { login } = await makeMember();
    const { proof } = await arrive();
    for (let attempt = 1; attempt < 5; attempt++)
      expect(code(await bind(proof, { login, password: 'wrong-password-1' }))).toBe('wrong_credentials');
    expect(code(await bind(proof, { login, password: 'wrong-password-1' }))).toBe('locked');
    expect(code(await bind(proof, { login }))).toBe('locked');
    expect(await OidcBinding.count()).toBe(0);
  });

  test('an identity has one account: binding another leaves the first, and closes what it had opened', async () => {
    const [one, other] = [await makeMember(), await makeMember()];
    const before = tokenOf(await bound(one));
    await bound(other);
    expect(await isIn(before)).toBe(false);
    expect((await signIn((await arrive()).proof)).json).toMatchObject({ account: { name: other.firm.name } });
    expect(await OidcBinding.count()).toBe(1);
  });

  test('every contact of the account is told of a new one, once; coming in by it tells nothing', async () => {
    const firm = await makeFirm({ email: `oidc-${randomUUID()}@example.com` });
    await givePassword({ firmId: firm.id }, PASSWORD);
    const told = () => Message.findAll({ where: { recipient: firm.email, template: 'account_notice' } });
    await bound({ login: firm.licenceNo });
    await bound({ login: firm.licenceNo });
    await signIn((await arrive()).proof);
    const mails = await told();
    expect(mails.map(({ data }) => data['what'])).toEqual(['账号新增一种登录方式']);
    expect(mails[0]?.data['detail']).toContain('林知远');
    // A wrong password binds nothing, and tells of nothing.
    await bind((await arrive('shuning')).proof, { login: firm.licenceNo, password: 'wrong-password-1' });
    expect(await told()).toHaveLength(1);
  });

  test('an account has five at most', async () => {
    const { firm, login } = await makeMember();
    for (let n = 0; n < 5; n++) await makeOidcBinding({ firmId: firm.id });
    const sixth = await bound({ login });
    expect(sixth.json.error).toMatchObject({ code: 'wrong_state', message: expect.stringContaining('最多绑定5个') });
    expect(tokenOf(sixth)).toBe('');
  });

  test('a closed account stays closed', async () => {
    const { firm, login } = await makeMember();
    await bound({ login });
    await Account.update({ isClosed: true }, { where: { firmId: firm.id } });
    expect((await signIn((await arrive()).proof)).status).toBe(403);
  });
});

describe('two at once', () => {
  test('of one ticket: one has it', async () => {
    const [one, other] = [await makeMember(), await makeMember()];
    const { proof } = await arrive();
    const both = await Promise.all([bind(proof, one), bind(proof, other)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect(await OidcBinding.count()).toBe(1);
    expect(code(await bind(proof, one))).toBe('oidc_refused');
  });

  test('of one person in two browsers: one binding is left, and one session', async () => {
    const [one, other] = [await makeMember(), await makeMember()];
    const [here, there] = [await arrive(), await arrive()];
    const both = await Promise.all([bind(here.proof, one), bind(there.proof, other)]);
    expect(both.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(await OidcBinding.count()).toBe(1);
    const open = await Promise.all(both.map((answer) => isIn(tokenOf(answer))));
    expect(open.filter(Boolean)).toHaveLength(1);
  });
});

describe('a binding ends', () => {
  test('by its account, and what it had opened is signed out; nobody else ends it', async () => {
    const { firm, login } = await makeMember();
    const stranger = await makeMember();
    const opened = tokenOf(await bound({ login }));
    const later = tokenOf(await signIn((await arrive()).proof));
    const password = { login, password: PASSWORD, tokenIn: 'reply' };
    const own = String((await api.call(accountEndpoints.signIn, { body: password })).json['token']);
    const theirs = { ...password, login: stranger.login };
    const foreign = String((await api.call(accountEndpoints.signIn, { body: theirs })).json['token']);
    const list = (await api.call(oidcEndpoints.listOidcBindings, { as: own })).json as unknown as OidcBindingReply[];
    const params = { id: list[0]?.id ?? 0 };
    expect((await api.call(oidcEndpoints.unbindOidc, { as: foreign, params })).status).toBe(404);
    expect((await api.call(oidcEndpoints.unbindOidc, { as: own, params })).status).toBe(200);
    expect([await isIn(opened), await isIn(later), await isIn(own)]).toEqual([false, false, true]);
    expect(code(await signIn((await arrive()).proof))).toBe('oidc_not_bound');
    const last = await AuditEntry.findOne({ where: { action: 'oidc.unbound' }, order: [['id', 'DESC']] });
    expect(last).toMatchObject({ target: firm.name, detail: '林知远' });
  });

  test('with a password that is set anew by a code: who was in with the old one is out', async () => {
    const { firm, login } = await makeMember();
    const account = await Account.findOne({ where: { firmId: firm.id }, rejectOnEmpty: true });
    const opened = tokenOf(await bound({ login }));
    const to = { by: 'email', address: 'oidc-reset@example.com' } as const;
    await transaction((t) => sendCode({ account, purpose: 'reset', to }, t));
    const body = { login, code: await mailedCode(to.address, 'reset_code'), next: 'battery staple 2' };
    expect((await api.call(accountEndpoints.resetPassword, { body })).status).toBe(200);
    expect(await isIn(opened)).toBe(false);
    expect((await arrive()).answer.json).toMatchObject({ isBound: false });
  });
});

describe('while the provider is away', () => {
  test('people are told, and whoever is back goes on', async () => {
    const { url, browser } = await begin();
    await outside.command('trouble', { where: 'oidc', kind: 'error', times: 1 });
    const answer = await identify({ ...(await returned(url)), browser });
    expect(answer.status).toBe(503);
    expect(answer.json.error?.message).toContain('会员中心暂时没有应答');
    expect((await arrive()).answer.status).toBe(200);
  });

  test('the first reading of it is repeated once; after that it is said', async () => {
    forgetProvider();
    await outside.command('trouble', { where: 'oidc', kind: 'error', times: 1 });
    expect((await api.call(oidcEndpoints.beginOidc)).status).toBe(200);
    forgetProvider();
    await outside.command('trouble', { where: 'oidc', kind: 'error', times: 2 });
    expect((await api.call(oidcEndpoints.beginOidc)).status).toBe(503);
    expect((await api.call(oidcEndpoints.beginOidc)).status).toBe(200);
  });

  test('without one nothing begins', async () => {
    const issuer = env.OIDC_ISSUER;
    delete env.OIDC_ISSUER;
    try {
      expect((await begin()).url).toBeNull();
    } finally {
      Object.assign(env, { OIDC_ISSUER: issuer });
    }
  });
});

test('starts are counted, and so are codes', async () => {
  const answers: Answer[] = [];
  for (let n = 0; n < 61; n++) answers.push(await identify({ code: 'guess', state: 'x', browser: 'x' }));
  expect(answers.at(-1)?.status).toBe(429);
  const starts: Answer[] = [];
  for (let n = 0; n < 121; n++) starts.push(await api.call(oidcEndpoints.beginOidc));
  expect(starts.at(-1)?.status).toBe(429);
});
