import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import '../../models.ts';
import { wechatEndpoints, type PageSignature } from '../../contract/wechat/endpoints.ts';
import { env } from '../../env.ts';
import { clock } from '../../platform/clock/clock.ts';
import { kv } from '../../platform/kv/kv.ts';
import { useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { useSandbox } from '../../test/sandbox.ts';

useDatabase();
const outside = useSandbox();
const api = useApi();
async function forgetCallers(): Promise<void> {
  for (const address of ['127.0.0.1', '::ffff:127.0.0.1']) await kv.delete(`rate:mini-program-link:${address}`);
}
beforeEach(forgetCallers);
const keyOf = (page: string) => `mini-program-link:${createHash('sha256').update(page).digest('base64url')}`;

const TOKEN = 'abcdefghijklmnopqrstuv';
const linkTo = (body: object) => api.call(wechatEndpoints.makeMiniProgramLink, { body });
const urlOf = async (body: object) => String((await linkTo(body)).json['url']);
const made = async () =>
  (await outside.state()).happenings.filter(({ what }) => what === '/wxa/generate_urllink').length;

describe('an address that opens the mini-program', () => {
  test('is asked of WeChat once per page, and again before it ends', async () => {
    const before = await made();
    const first = await urlOf({ page: 'share', token: TOKEN });
    expect(first).toMatch(/^https:\/\/wxaurl\.cn\//);
    expect(await urlOf({ page: 'share', token: TOKEN })).toBe(first);
    expect(await made()).toBe(before + 1);
    expect(await urlOf({ page: 'verify', token: TOKEN })).not.toBe(first);
    expect(await urlOf({ page: 'application', id: 7 })).toMatch(/^https:/);
    // The key-values have forgotten it, days before WeChat does.
    await kv.delete(keyOf(`share?token=${TOKEN}`));
    expect(await urlOf({ page: 'share', token: TOKEN })).not.toBe(first);
  });

  test('is not readable among the key-values: it opens what the token opens', async () => {
    const url = await urlOf({ page: 'share', token: 'anothertokenanothertok' });
    const kept = await kv.get(keyOf('share?token=anothertokenanothertok'));
    expect(kept).toBeTruthy();
    expect(kept).not.toContain(url);
  });

  test.each([
    { page: 'share', token: '../../x' },
    { page: 'share' },
    { page: 'admin', token: TOKEN },
    { page: 'application', id: 'x' },
    { page: 'verify', token: `${TOKEN}&debug=1` },
  ])('of something else is refused: %j', async (body) => {
    expect((await linkTo(body)).status).toBe(422);
  });

  test('is asked for a limited number of times, and not beyond what WeChat makes a day', async () => {
    for (let i = 0; i < 30; i++) await linkTo({ page: 'verify', token: TOKEN });
    expect((await linkTo({ page: 'verify', token: TOKEN })).status).toBe(429);
    await forgetCallers();
    await outside.command('use-up', { quota: 'urllink' });
    expect((await linkTo({ page: 'verify', token: 'neverseenbefore1234567' })).status).toBe(503);
  });
});

describe('a page in the browser of WeChat', () => {
  const sign = (url: string) => api.call(wechatEndpoints.signPage, { body: { url } });

  test('is signed as its JS-SDK checks it', async () => {
    const url = `${env.PUBLIC_URL}/s/${TOKEN}`;
    const { timestamp, nonceStr, signature } = (await sign(url)).json as unknown as PageSignature;
    const ticket = `sandbox-ticket-${env.WECHAT_WEB_APPID ?? ''}-${Math.floor(clock.now() / 7200_000)}`;
    const text = `jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${url}`;
    expect(signature).toBe(createHash('sha1').update(text).digest('hex'));
  });

  test('of somebody else is not signed', async () => {
    for (const url of ['https://evil.example/s/x', `${env.PUBLIC_URL}.evil.example/`, 'javascript:alert(1)'])
      expect((await sign(url)).status).toBe(422);
  });

  test('may load the JS-SDK; other browsers may not', async () => {
    const policy = async (agent: string) =>
      (await api.fetch('/healthz', { headers: { 'user-agent': agent } })).headers.get('content-security-policy') ?? '';
    expect(await policy('Mozilla/5.0 (iPhone) MicroMessenger/8.0.50')).toContain(
      "script-src 'self' https://res.wx.qq.com/open/js/;",
    );
    expect(await policy('Mozilla/5.0 (iPhone) Safari/604.1')).not.toContain('res.wx.qq.com');
  });
});
