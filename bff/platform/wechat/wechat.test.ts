import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { env } from '../../env.ts';
import { useDatabase } from '../../test/database.ts';
import { useSandbox } from '../../test/sandbox.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../clock/clock.ts';
import { kv } from '../kv/kv.ts';
import { accessToken } from './access-token.ts';
import { authoriseUrl } from './authorise-url.ts';
import { identifyByLoginCode, identifyByWebCode, readPhoneNumber } from './identify.ts';
import { makeUrlLink, makeWxacode } from './links.ts';
import { fitValue, sendSubscribeMessage } from './send-subscribe-message.ts';
import { signPage } from './sign-page.ts';

useDatabase();
const outside = useSandbox();
const TEMPLATE = 'sandbox-decided-0000000000000000000000000001';
const forgetToken = () => kv.delete(`wechat-token:${env.WECHAT_APPID ?? ''}`);
beforeEach(async () => {
  freezeClock(Date.now());
  await forgetToken();
});
afterEach(async () => {
  releaseClock();
  await outside.command('calm');
});

describe('who is there', () => {
  test('a login code tells openid and unionid once, and nothing of the session key', async () => {
    const code = await outside.code('login');
    const answer = await identifyByLoginCode(code);
    expect(answer).toEqual({
      ok: true,
      value: { appid: env.WECHAT_APPID, openid: expect.stringMatching(/^o.{27}$/), unionid: expect.any(String) },
    });
    expect(await identifyByLoginCode(code)).toMatchObject({ ok: false, fault: 'code_used', errcode: 40163 });
  });

  test('a code is good for five minutes, at its own app, in its own way', async () => {
    const late = await outside.code('login');
    advanceClock(5 * 60_000);
    expect(await identifyByLoginCode(late)).toMatchObject({ fault: 'code_invalid', errcode: 40029 });
    expect(await identifyByLoginCode('made-up')).toMatchObject({ fault: 'code_invalid' });
    expect(await identifyByLoginCode(await outside.code('web'))).toMatchObject({ fault: 'code_invalid' });
    expect(await identifyByWebCode(await outside.code('login'))).toMatchObject({ fault: 'code_invalid' });
    const inWeb = await identifyByWebCode(await outside.code('web'));
    const inApp = await identifyByLoginCode(await outside.code('login'));
    expect(inWeb.ok && inApp.ok && inWeb.value.openid !== inApp.value.openid).toBe(true);
    expect(inWeb).toMatchObject({ value: { appid: env.WECHAT_WEB_APPID, unionid: null } });
  });

  test('the phone number, by a code of its button', async () => {
    expect(await readPhoneNumber(await outside.code('phone', 'shuning'))).toEqual({ ok: true, value: '19900000002' });
    expect(await readPhoneNumber(await outside.code('login'))).toMatchObject({ fault: 'code_invalid' });
  });

  test('a wrong secret is no identity', async () => {
    const secret = env.WECHAT_SECRET;
    env.WECHAT_SECRET = 'wrong';
    try {
      expect(await identifyByLoginCode(await outside.code('login'))).toMatchObject({
        fault: 'rejected',
        errcode: 40125,
      });
    } finally {
      env.WECHAT_SECRET = secret;
    }
  });
});

describe('the access token', () => {
  test('is fetched once for all who ask at the same time, and kept encrypted', async () => {
    await outside.command('end-tokens');
    const before = (await outside.state()).tokens;
    const answers = await Promise.all(Array.from({ length: 30 }, () => accessToken('mini-program')));
    expect(new Set(answers.map((answer) => answer.ok && answer.value)).size).toBe(1);
    expect((await outside.state()).tokens).toBe(before + 1);
    const [answer] = answers;
    const stored = await kv.get(`wechat-token:${env.WECHAT_APPID ?? ''}`);
    expect(answer?.ok && stored?.includes(answer.value)).toBe(false);
  });

  test('is renewed before it ends', async () => {
    const first = await accessToken('mini-program');
    advanceClock(7200_000 - 5 * 60_000 - 1_000);
    expect(await accessToken('mini-program')).toEqual(first);
    advanceClock(2_000);
    const second = await accessToken('mini-program');
    expect(second.ok && first.ok && second.value !== first.value).toBe(true);
  });

  test('one that WeChat took back is replaced without the caller noticing', async () => {
    await accessToken('mini-program');
    advanceClock(31_000);
    await outside.command('end-tokens');
    expect(await readPhoneNumber(await outside.code('phone'))).toMatchObject({ ok: true });
    // Ended at WeChat by age while ours still counts it as good: 42001.
    await accessToken('mini-program');
    advanceClock(7201_000);
    expect(await readPhoneNumber(await outside.code('phone'))).toMatchObject({ ok: true });
  });

  test('an outage is a fault, not an exception; what is left of the old one is used up', async () => {
    await forgetToken();
    await outside.command('trouble', { where: 'wechat', kind: 'error', times: 1 });
    expect(await accessToken('mini-program')).toMatchObject({ ok: false, fault: 'unreachable' });
    const token = await accessToken('mini-program');
    expect(token.ok).toBe(true);
    advanceClock(7200_000 - 60_000);
    await outside.command('trouble', { where: 'wechat', kind: 'error', times: 1 });
    expect(await accessToken('mini-program')).toEqual(token);
  });

  test('nothing is asked where there is no account', async () => {
    const { WECHAT_WEB_APPID, WECHAT_WEB_SECRET } = env;
    delete env.WECHAT_WEB_APPID;
    try {
      expect(await identifyByWebCode('any')).toMatchObject({ fault: 'not_configured' });
      expect(authoriseUrl({ redirectUri: 'https://example.com/', state: 's' })).toBeNull();
    } finally {
      Object.assign(env, { WECHAT_WEB_APPID, WECHAT_WEB_SECRET });
    }
  });
});

test('a subscribe message arrives as often as it was allowed', async () => {
  const who = await identifyByLoginCode(await outside.code('login', 'qinghe'));
  const openid = who.ok ? who.value.openid : '';
  const data = {
    character_string1: '2026110001',
    thing2: fitValue('thing2', '律所无行业处分证明与一个长得多得多得多的名称（含全体律师）'),
    phrase3: '通过',
    time4: '2026-11-22 09:30',
    thing5: '点击查看证明',
  };
  const message = { openid, templateId: TEMPLATE, page: 'member/application/index?id=1', data };
  expect(await sendSubscribeMessage(message)).toMatchObject({ fault: 'not_allowed', errcode: 43101 });
  await outside.command('allow', { person: 'qinghe', template: TEMPLATE });
  expect(await sendSubscribeMessage({ ...message, data: { ...data, thing2: '长'.repeat(21) } })).toMatchObject({
    fault: 'rejected',
    errcode: 47003,
  });
  expect(await sendSubscribeMessage({ ...message, page: 'nowhere' })).toMatchObject({ errcode: 41030 });
  expect(await sendSubscribeMessage({ ...message, templateId: 'x' })).toMatchObject({ errcode: 40037 });
  expect(await sendSubscribeMessage(message)).toMatchObject({ ok: true });
  expect(await sendSubscribeMessage(message)).toMatchObject({ fault: 'not_allowed' });
  const [arrived] = (await outside.state()).messages;
  expect([...(arrived?.data['thing2'] ?? '')]).toHaveLength(20);
});

test('links and codes, within their rules and their quota', async () => {
  const page = { path: 'public/verify/index', query: 't=abc', days: 30 };
  expect(await makeUrlLink(page)).toMatchObject({ ok: true, value: expect.stringContaining('https://wxaurl.cn/') });
  expect(await makeUrlLink({ ...page, days: 31 })).toMatchObject({ fault: 'rejected' });
  expect(await makeUrlLink({ ...page, path: 'no/such/page' })).toMatchObject({ errcode: 40165 });
  await outside.command('use-up', { quota: 'urllink' });
  expect(await makeUrlLink(page)).toMatchObject({ fault: 'quota' });
  const code = await makeWxacode({ path: 'public/verify/index', scene: 't=abc', width: 430 });
  expect(code).toMatchObject({ ok: true });
  expect(code.ok && code.value.subarray(1, 4).toString()).toBe('PNG');
  expect(await makeWxacode({ path: 'public/verify/index', scene: 'x'.repeat(33), width: 430 })).toMatchObject({
    errcode: 40169,
  });
});

test('a page inside WeChat is signed for its address without fragment', async () => {
  const answer = await signPage('https://example.com/c/abc?x=1#top');
  if (!answer.ok) throw new Error(answer.message);
  const { timestamp, nonceStr, signature } = answer.value;
  const ticket = `sandbox-ticket-${env.WECHAT_WEB_APPID ?? ''}-${Math.floor(clock.now() / 7200_000)}`;
  const text = `jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=https://example.com/c/abc?x=1`;
  expect(signature).toBe(createHash('sha1').update(text).digest('hex'));
});
