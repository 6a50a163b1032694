import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import '../../models.ts';
import { accountEndpoints } from '../../contract/accounts/endpoints.ts';
import { wechatEndpoints, type WechatBindingReply } from '../../contract/wechat/endpoints.ts';
import { env } from '../../env.ts';
import { transaction } from '../../platform/db/database.ts';
import { kv } from '../../platform/kv/kv.ts';
import { useApi, type Answer } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { mailedCode } from '../../test/factories/counter.ts';
import { givePassword, makeFirm, makeLawyer } from '../../test/factories/registry.ts';
import { useSandbox } from '../../test/sandbox.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { Account } from '../accounts/model.ts';
import { AuditEntry } from '../audit/model.ts';
import { Message } from '../outbox/model.ts';
import { Lawyer } from '../registry/model.ts';
import { sendCode } from '../sign-in/contacts/sent-code.ts';
import { WechatBinding } from './model.ts';

useDatabase();
const outside = useSandbox();
const api = useApi();
const PASSWORD = 'lvzheng2026';
beforeEach(async () => {
  await WechatBinding.destroy({ where: {} });
  await kv.delete('rate:wechat-code:127.0.0.1');
  await kv.delete('rate:wechat-code:::ffff:127.0.0.1');
});
afterEach(releaseClock);

const silent = async (person: string) =>
  api.call(wechatEndpoints.signInByWechat, {
    body: { proof: { code: await outside.code('login', person) }, tokenIn: 'reply' },
  });
const bind = async (person: string, more: object) =>
  api.call(wechatEndpoints.bindWechat, {
    body: { proof: { code: await outside.code('login', person) }, tokenIn: 'reply', ...more },
  });
const tokenOf = (answer: Answer) => String(answer.json['token']);
const showSession = (token: string) => api.call(accountEndpoints.showSession, { as: token });
const bindings = async (token: string) =>
  (await api.call(wechatEndpoints.listWechatBindings, { as: token })).json as unknown as WechatBindingReply[];
const code = (answer: Answer) => answer.json.error?.code;

async function makeMember() {
  const firm = await makeFirm();
  await givePassword({ firmId: firm.id }, PASSWORD);
  return { firm, login: firm.licenceNo, password: PASSWORD };
}

describe('by password', () => {
  test('the first time with it, then silently', async () => {
    const { firm, login, password } = await makeMember();
    expect(code(await silent('zhiyuan'))).toBe('wechat_not_bound');
    const bound = await bind('zhiyuan', { login, password, label: '内勤 小周' });
    expect(bound.status).toBe(200);
    expect((await showSession(tokenOf(bound))).json).toMatchObject({ account: { name: firm.name } });
    const again = await silent('zhiyuan');
    expect(again.json).toMatchObject({ account: { name: firm.name, licenceNo: firm.licenceNo } });
    expect((await showSession(tokenOf(again))).status).toBe(200);
    expect(await bindings(tokenOf(again))).toEqual([
      expect.objectContaining({ label: '内勤 小周', place: 'mini-program', isCurrent: true }),
    ]);
  });

  test('a wrong one binds nothing, and the fifth locks as everywhere', async () => {
    const { login } = await makeMember();
    for (let attempt = 1; attempt < 5; attempt++) {
      expect(code(await bind('zhiyuan', { login, password: 'wrong-password-1' }))).toBe('wrong_credentials');
    }
    expect(code(await bind('zhiyuan', { login, password: 'wrong-password-1' }))).toBe('locked');
    expect(code(await bind('zhiyuan', { login, password: PASSWORD }))).toBe('locked');
    expect(await WechatBinding.count()).toBe(0);
    await Promise.all(
      ['127.0.0.1', '::ffff:127.0.0.1'].map((one) => kv.delete(`sign-in-locked:member:address:${one}`)),
    );
  });

  test('an account opens to several people, each can be unbound and is signed out', async () => {
    const { login, password } = await makeMember();
    const first = tokenOf(await bind('zhiyuan', { login, password, label: '甲' }));
    const second = tokenOf(await bind('shuning', { login, password, label: '乙' }));
    const third = tokenOf(await silent('shuning'));
    const list = await bindings(first);
    expect(list.map(({ label }) => label)).toEqual(['甲', '乙']);
    const id = list[1]?.id ?? 0;
    expect((await api.call(wechatEndpoints.unbindWechat, { as: first, params: { id } })).status).toBe(200);
    expect((await showSession(second)).status).toBe(401);
    expect((await showSession(third)).status).toBe(401);
    expect((await showSession(first)).status).toBe(200);
    expect(code(await silent('shuning'))).toBe('wechat_not_bound');
    expect((await silent('zhiyuan')).status).toBe(200);
    const actions = (await AuditEntry.findAll({ order: [['id', 'DESC']], limit: 6 })).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['wechat.bound', 'wechat.unbound', 'session.signed-in']));
  });

  test('a password that is set anew by a code ends every one: who was in with the old one is out', async () => {
    const { firm, login, password } = await makeMember();
    const account = await Account.findOne({ where: { firmId: firm.id }, rejectOnEmpty: true });
    const first = tokenOf(await bind('zhiyuan', { login, password }));
    const to = { by: 'email', address: 'reset@example.com' } as const;
    await transaction((t) => sendCode({ account, purpose: 'reset', to }, t));
    const body = { login, code: await mailedCode(to.address, 'reset_code'), next: 'battery staple 2' };
    expect((await api.call(accountEndpoints.resetPassword, { body })).status).toBe(200);
    expect((await showSession(first)).status).toBe(401);
    expect(code(await silent('zhiyuan'))).toBe('wechat_not_bound');
  });

  test('a WeChat has one account: binding another leaves the first', async () => {
    const one = await makeMember();
    const other = await makeMember();
    const before = tokenOf(await bind('zhiyuan', one));
    await bind('zhiyuan', { login: other.login, password: PASSWORD });
    expect((await showSession(before)).status).toBe(401);
    expect((await silent('zhiyuan')).json).toMatchObject({ account: { name: other.firm.name } });
    expect(await WechatBinding.count()).toBe(1);
  });

  test('every contact of the account is told of a new one, once; what is bound already tells nothing', async () => {
    const firm = await makeFirm({ email: `wechat-${randomUUID()}@example.com` });
    await givePassword({ firmId: firm.id }, PASSWORD);
    const by = { login: firm.licenceNo, password: PASSWORD, label: '请致电 13900000000 核实' };
    const told = () => Message.findAll({ where: { recipient: firm.email, template: 'account_notice' } });
    // A wrong password binds nothing, and tells of nothing.
    await bind('zhiyuan', { ...by, password: 'wrong-password-1' });
    expect(await told()).toEqual([]);
    const token = tokenOf(await bind('zhiyuan', by));
    await bind('zhiyuan', by);
    await silent('zhiyuan');
    const mails = await told();
    expect(mails.map(({ data }) => data['what'])).toEqual(['账号新增一种登录方式']);
    expect(mails[0]?.data['detail']).toContain('微信小程序');
    // What the one who binds has written is no part of the association's notice.
    expect(JSON.stringify(mails[0]?.data)).not.toContain('13900000000');
    // Whoever is signed in binds without a password: that is told all the same.
    const body = { proof: { code: await outside.code('login', 'shuning') }, label: '' };
    expect((await api.call(wechatEndpoints.addWechatBinding, { as: token, body })).status).toBe(200);
    expect(await told()).toHaveLength(2);
  });

  test('a cancelled member stays outside', async () => {
    const firm = await makeFirm();
    await givePassword({ firmId: firm.id }, PASSWORD);
    await bind('zhiyuan', { login: firm.licenceNo, password: PASSWORD });
    await Account.update({ isClosed: true }, { where: { firmId: firm.id } });
    expect((await silent('zhiyuan')).status).toBe(403);
  });
});

describe('by telephone number', () => {
  const byPhone = async (person: string, password = PASSWORD) =>
    bind(person, { password, phoneCode: await outside.code('phone', person) });

  test('of exactly one member', async () => {
    const { phone = '' } = (await outside.state()).people.find(({ id }) => id === 'qinghe') ?? {};
    expect(code(await byPhone('qinghe'))).toBe('wechat_phone_unmatched');
    const lawyer = await makeLawyer({ phone });
    // The number stands for the login, never for the password, and opens nothing for the first time.
    expect(code(await byPhone('qinghe'))).toBe('wrong_credentials');
    await givePassword({ lawyerId: lawyer.id }, PASSWORD);
    expect(code(await byPhone('qinghe', 'wrong'))).toBe('wrong_credentials');
    await Lawyer.update({ phoneChangedAt: clock.now() }, { where: { id: lawyer.id } });
    expect(code(await byPhone('qinghe'))).toBe('wechat_phone_unmatched');
    await Lawyer.update({ phoneChangedAt: clock.now() - 7 * 86_400_000 }, { where: { id: lawyer.id } });
    expect((await byPhone('qinghe')).json).toMatchObject({
      account: { name: lawyer.name, licenceNo: lawyer.licenceNo },
    });
    expect((await silent('qinghe')).status).toBe(200);
    await WechatBinding.destroy({ where: {} });
    await makeFirm({ phone });
    expect(code(await byPhone('qinghe'))).toBe('wechat_phone_unmatched');
    expect(await WechatBinding.count()).toBe(0);
  });

  test('a login code is not a telephone number', async () => {
    expect(code(await bind('qinghe', { password: PASSWORD, phoneCode: await outside.code('login', 'qinghe') }))).toBe(
      'wechat_refused',
    );
  });
});

describe('a code', () => {
  test('used before, made up or old opens nothing', async () => {
    const { login, password } = await makeMember();
    await bind('zhiyuan', { login, password });
    const stolen = await outside.code('login', 'zhiyuan');
    const use = (given: string) =>
      api.call(wechatEndpoints.signInByWechat, { body: { proof: { code: given }, tokenIn: 'reply' } });
    const both = await Promise.all([use(stolen), use(stolen)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect(code(await use(stolen))).toBe('wechat_refused');
    expect(code(await use('made-up'))).toBe('wechat_refused');
    freezeClock(clock.now());
    const old = await outside.code('login', 'zhiyuan');
    advanceClock(5 * 60_000);
    expect(code(await use(old))).toBe('wechat_refused');
  });

  test('is tried a limited number of times', async () => {
    const use = () => api.call(wechatEndpoints.signInByWechat, { body: { proof: { code: 'guess' } } });
    const answers: Answer[] = [];
    for (let i = 0; i < 61; i++) answers.push(await use());
    expect(answers.at(-1)?.status).toBe(429);
  });

  test('nothing of a session key is in replies, rows or key-values', async () => {
    const { login, password } = await makeMember();
    const bound = await bind('zhiyuan', { login, password });
    expect(bound.bytes.toString()).not.toMatch(/session_?key|openid/i);
    const [row] = await WechatBinding.findAll({ raw: true });
    expect(Object.keys(row ?? {}).join()).not.toMatch(/key/i);
  });

  test('while WeChat is away people are told, and can still use their password', async () => {
    await outside.command('trouble', { where: 'wechat', kind: 'error', times: 1 });
    expect((await silent('zhiyuan')).status).toBe(503);
  });
});

describe('on a page inside WeChat', () => {
  const begin = async () =>
    (await api.call(wechatEndpoints.beginWechatAuthorisation)).json as unknown as { url: string; browser: string };
  const returned = async (url: string, person: string) => {
    const state = new URL(url).searchParams.get('state') ?? '';
    return { webCode: await outside.code('web', person), state };
  };
  const signIn = (proof: object) => api.call(wechatEndpoints.signInByWechat, { body: { proof, tokenIn: 'cookie' } });

  test('the authorisation leads back to us, and its code opens the bound account', async () => {
    const { login, password } = await makeMember();
    const first = await begin();
    expect(first.url).toContain(`redirect_uri=${encodeURIComponent(env.PUBLIC_URL)}`);
    expect(first.url).toContain('scope=snsapi_base');
    const proof = { ...(await returned(first.url, 'shuning')), browser: first.browser };
    const bound = await api.call(wechatEndpoints.bindWechat, { body: { proof, login, password } });
    expect(bound.headers.get('set-cookie')).toMatch(/httponly/i);
    const next = await begin();
    const again = await signIn({ ...(await returned(next.url, 'shuning')), browser: next.browser });
    expect(again.status).toBe(200);
    // The mini-program is another app: the person is bound there by itself.
    expect(code(await silent('shuning'))).toBe('wechat_not_bound');
  });

  test('a state of another browser, a used or made-up one signs nobody in', async () => {
    const { login, password } = await makeMember();
    const mine = await begin();
    const proof = { ...(await returned(mine.url, 'zhiyuan')), browser: mine.browser };
    await api.call(wechatEndpoints.bindWechat, { body: { proof, login, password } });
    const attacker = await begin();
    const victim = await begin();
    const planted = { ...(await returned(attacker.url, 'zhiyuan')), browser: victim.browser };
    expect(code(await signIn(planted))).toBe('wechat_refused');
    expect(code(await signIn({ ...proof, webCode: await outside.code('web', 'zhiyuan') }))).toBe('wechat_refused');
    expect(code(await signIn({ webCode: 'x', state: 'made-up', browser: 'x' }))).toBe('wechat_refused');
    // Control: with its own state it does.
    const own = { ...(await returned(victim.url, 'zhiyuan')), browser: victim.browser };
    expect((await signIn(own)).status).toBe(200);
  });
});
