import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import '../../models.ts';
import { accountEndpoints } from '../../contract/accounts/endpoints.ts';
import { oidcEndpoints, type OidcAuthorisation, type OidcBindingReply } from '../../contract/oidc/endpoints.ts';
import { env } from '../../env.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { kv } from '../../platform/kv/kv.ts';
import { forgetProvider } from '../../platform/oidc/provider.ts';
import { useApi, type Answer } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { mailedCode } from '../../test/factories/counter.ts';
import { makeOidcBinding } from '../../test/factories/oidc.ts';
import { givePassword, makeFirm } from '../../test/factories/registry.ts';
import { useSandbox } from '../../test/sandbox.ts';
import { Account } from '../accounts/model.ts';
import { AuditEntry } from '../audit/model.ts';
import { sendCode } from '../sign-in/contacts/sent-code.ts';
import { OidcBinding } from './model.ts';

useDatabase();
const outside = useSandbox();
const api = useApi();
const PASSWORD = 'lvzheng2026';
beforeAll(() => {
  // The provider leads back to the one address that is registered there.
  env.PUBLIC_URL = outside.url;
});
beforeEach(async () => {
  await OidcBinding.destroy({ where: {} });
  for (const address of ['127.0.0.1', '::ffff:127.0.0.1']) {
    for (const name of ['oidc-code', 'oidc-starts']) await kv.delete(`rate:${name}:${address}`);
    await kv.delete(`sign-in-locked:member:address:${address}`);
  }
});
afterEach(async () => {
  releaseClock();
  await outside.command('calm');
});

const code = (answer: Answer) => answer.json.error?.code;
const tokenOf = (answer: Answer) => /lz_member=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
const isIn = async (token: string) => (await api.call(accountEndpoints.showSession, { as: token })).status === 200;

const begin = async () => (await api.call(oidcEndpoints.beginOidc)).json as unknown as OidcAuthorisation;
/** What the provider sends the browser back with once `person` has signed in there. */
async function returned(url: string | null, person = 'zhiyuan') {
  const page = new URL(url ?? '');
  page.searchParams.set('person', person);
  const answer = await fetch(page, { redirect: 'manual' });
  return Object.fromEntries(new URL(answer.headers.get('location') ?? '').searchParams);
}
const identify = (body: object) => api.call(oidcEndpoints.identifyByOidc, { body });
/** There and back again, in one browser. */
async function arrive(person?: string) {
  const { url, browser } = await begin();
  const answer = await identify({ ...(await returned(url, person)), browser });
  return { answer, proof: { ticket: String(answer.json['ticket']), browser } };
}
const signIn = (proof: object) => api.call(oidcEndpoints.signInByOidc, { body: proof });
const bind = (proof: object, { login, password = PASSWORD }: { login: string; password?: string }) =>
  api.call(oidcEndpoints.bindOidc, { body: { ...proof, login, password } });
const bound = async (who: { login: string }, person?: string) => bind((await arrive(person)).proof, who);

async function makeMember() {
  const firm = await makeFirm();
  await givePassword({ firmId: firm.id }, PASSWORD);
  return { firm, login: firm.licenceNo };
}

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

describe('nobody is signed in by a link that somebody else made', () => {
  test('a state of another browser, a used and a made-up one are refused', async () => {
    const { login } = await makeMember();
    await bound({ login });
    const [attacker, victim] = [await begin(), await begin()];
    const planted = await returned(attacker.url);
    expect(code(await identify({ ...planted, browser: victim.browser }))).toBe('oidc_refused');
    // It is used up by that, for the attacker too.
    expect(code(await identify({ ...planted, browser: attacker.browser }))).toBe('oidc_refused');
    expect(code(await identify({ code: 'x', state: 'made-up', browser: 'x' }))).toBe('oidc_refused');
    // Control: with its own state it is let in, and once.
    const own = { ...(await returned(victim.url)), browser: victim.browser };
    expect((await identify(own)).status).toBe(200);
    expect(code(await identify(own))).toBe('oidc_refused');
  });

  test('a ticket is good in its own browser, once', async () => {
    const { login } = await makeMember();
    await bound({ login });
    const { proof } = await arrive();
    expect(code(await signIn({ ...proof, browser: (await begin()).browser }))).toBe('oidc_refused');
    expect((await signIn(proof)).status).toBe(200);
    expect(code(await signIn(proof))).toBe('oidc_refused');
  });

  test('a code of another way is refused: it was asked for with another secret', async () => {
    const [attacker, victim] = [await begin(), await begin()];
    const stolen = await returned(attacker.url, 'shuning');
    const { state } = await returned(victim.url);
    expect(code(await identify({ ...stolen, state, browser: victim.browser }))).toBe('oidc_refused');
  });

  test('a code that was used, or is too old, is refused', async () => {
    const first = await begin();
    const back = await returned(first.url);
    expect((await identify({ ...back, browser: first.browser })).status).toBe(200);
    const second = await begin();
    const { state } = await returned(second.url);
    expect(code(await identify({ ...back, state, browser: second.browser }))).toBe('oidc_refused');
    freezeClock(clock.now());
    const third = await begin();
    const late = await returned(third.url);
    advanceClock(61_000);
    expect(code(await identify({ ...late, browser: third.browser }))).toBe('oidc_refused');
  });

  test('an answer in another provider’s name is refused', async () => {
    const { url, browser } = await begin();
    const back = { ...(await returned(url)), iss: 'https://elsewhere.example' };
    expect(code(await identify({ ...back, browser }))).toBe('oidc_refused');
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
