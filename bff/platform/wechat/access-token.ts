import { setTimeout as pause } from 'node:timers/promises';
import { clock } from '../clock/clock.ts';
import { decrypt, encrypt } from '../crypto/encryption.ts';
import { kv } from '../kv/kv.ts';
import { failed, STALE_TOKEN, type WechatAnswer } from './answer.ts';
import { credentialsOf, type WechatApp } from './apps.ts';
import { ask, askBytes } from './ask.ts';
import { keepsState } from '../singletons.ts';

/** Renewed this long before it ends, ms: WeChat gives a new one from five minutes before on. */
const EARLY_MS = 5 * 60_000;
/** One process renews; the others look again this often, ms, for as long as it may take. */
const LOOK_EVERY_MS = 50;
const RENEWAL_MS = 6_000;

interface Token {
  value: string;
  endsAt: number;
}

const underWay = new Map<WechatApp, Promise<WechatAnswer<string>>>();
keepsState(() => underWay.clear());

/**
 * The access token of an app: shared by all processes through the key-values, fetched by one of them at a time, and
 * renewed before it ends. It is encrypted there: who reads the key-values cannot speak in our name.
 */
export async function accessToken(app: WechatApp): Promise<WechatAnswer<string>> {
  const token = await read(app);
  if (token && token.endsAt - EARLY_MS > clock.now()) return { ok: true, value: token.value };
  const renewal = underWay.get(app) ?? renew(app).finally(() => underWay.delete(app));
  underWay.set(app, renewal);
  const renewed = await renewal;
  // While WeChat does not answer, what is left of the old one is used up.
  if (!renewed.ok && token && token.endsAt > clock.now()) return { ok: true, value: token.value };
  return renewed;
}

async function renew(app: WechatApp): Promise<WechatAnswer<string>> {
  const isOurs = (await kv.increment(lockKey(app), { ttlMs: RENEWAL_MS })) === 1;
  if (!isOurs) {
    const other = await awaitOther(app);
    if (other) return { ok: true, value: other };
  }
  try {
    return await fetchToken(app, 'current');
  } finally {
    if (isOurs) await kv.delete(lockKey(app));
  }
}

async function awaitOther(app: WechatApp): Promise<string | null> {
  // Counted by turns, not by the clock: tests stop it.
  for (let turn = 0; turn < RENEWAL_MS / LOOK_EVERY_MS; turn++) {
    await pause(LOOK_EVERY_MS);
    const token = await read(app);
    if (token && token.endsAt - EARLY_MS > clock.now()) return token.value;
    if ((await kv.get(lockKey(app))) === undefined) return null;
  }
  return null;
}

async function fetchToken(app: WechatApp, which: 'current' | 'another'): Promise<WechatAnswer<string>> {
  const credentials = credentialsOf(app);
  if (!credentials) return failed('not_configured', app);
  const answer = await ask<{ access_token: string; expires_in: number }>('/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    ...credentials,
    force_refresh: which === 'another',
  });
  if (!answer.ok) return answer;
  const { access_token: value, expires_in } = answer.value;
  const token: Token = { value, endsAt: clock.now() + expires_in * 1000 };
  await kv.set(tokenKey(app), encrypt(JSON.stringify(token), tokenKey(app)), { ttlMs: expires_in * 1000 });
  return { ok: true, value };
}

async function read(app: WechatApp): Promise<Token | null> {
  const encrypted = await kv.get(tokenKey(app));
  if (encrypted === undefined) return null;
  try {
    return JSON.parse(decrypt(encrypted, tokenKey(app))) as Token;
  } catch {
    return null; // encrypted with a key that this installation no longer has
  }
}

/** Calls with the access token. One that WeChat no longer takes is replaced, once. */
export async function askAs<T>(app: WechatApp, path: string, body?: object): Promise<WechatAnswer<T>> {
  return withToken(app, (token) => ask<T>(withQuery(path, token), body));
}

/** As `askAs`, for pictures; a refusal comes as JSON all the same. */
export async function askBytesAs(app: WechatApp, path: string, body: object): Promise<WechatAnswer<Buffer>> {
  return withToken(app, async (token) => {
    const answer = await askBytes(withQuery(path, token), body);
    if (!answer.ok || answer.value[0] !== 0x7b) return answer;
    const { errcode = 0, errmsg = '' } = JSON.parse(answer.value.toString()) as { errcode?: number; errmsg?: string };
    return failed(errcode === 45009 ? 'quota' : 'rejected', errmsg, errcode);
  });
}

async function withToken<T>(
  app: WechatApp,
  call: (token: string) => Promise<WechatAnswer<T>>,
): Promise<WechatAnswer<T>> {
  const token = await accessToken(app);
  if (!token.ok) return token;
  const answer = await call(token.value);
  if (answer.ok || answer.errcode === null || !STALE_TOKEN.includes(answer.errcode)) return answer;
  // Another process may have replaced it meanwhile; a second forced renewal would end that one's.
  const shared = await read(app);
  const next =
    shared && shared.value !== token.value
      ? ({ ok: true, value: shared.value } as const)
      : await fetchToken(app, 'current');
  const fresh = next.ok && next.value === token.value ? await fetchToken(app, 'another') : next;
  return fresh.ok ? call(fresh.value) : fresh;
}

const tokenKey = (app: WechatApp) => `wechat-token:${credentialsOf(app)?.appid ?? app}`;
const lockKey = (app: WechatApp) => `wechat-token-renewal:${credentialsOf(app)?.appid ?? app}`;
const withQuery = (path: string, token: string) =>
  `${path}${path.includes('?') ? '&' : '?'}access_token=${encodeURIComponent(token)}`;
