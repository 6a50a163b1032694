import { createHash, randomBytes } from 'node:crypto';
import { clock } from '../clock/clock.ts';
import { kv } from '../kv/kv.ts';
import { failed, type WechatAnswer } from './answer.ts';
import { askAs } from './access-token.ts';
import { credentialsOf } from './apps.ts';

const EARLY_MS = 5 * 60_000;

/** What wx.config of the JS-SDK needs. */
export interface PageSignature {
  appId: string;
  timestamp: number;
  nonceStr: string;
  signature: string;
}

/** Signs the address of a page inside WeChat (without its fragment), so that it may use the JS-SDK. */
export async function signPage(url: string): Promise<WechatAnswer<PageSignature>> {
  const credentials = credentialsOf('web');
  if (!credentials) return failed('not_configured', 'web');
  const ticket = await readTicket(credentials.appid);
  if (!ticket.ok) return ticket;
  const timestamp = Math.floor(clock.now() / 1000);
  const nonceStr = randomBytes(12).toString('hex');
  const signed = `jsapi_ticket=${ticket.value}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${url.split('#')[0] ?? ''}`;
  const signature = createHash('sha1').update(signed).digest('hex');
  return { ok: true, value: { appId: credentials.appid, timestamp, nonceStr, signature } };
}

async function readTicket(appid: string): Promise<WechatAnswer<string>> {
  const key = `wechat-ticket:${appid}`;
  const known = await kv.get(key);
  if (known !== undefined) return { ok: true, value: known };
  const answer = await askAs<{ ticket: string; expires_in: number }>('web', '/cgi-bin/ticket/getticket?type=jsapi');
  if (!answer.ok) return answer;
  const ttlMs = Math.max(answer.value.expires_in * 1000 - EARLY_MS, 1_000);
  await kv.set(key, answer.value.ticket, { ttlMs });
  return { ok: true, value: answer.value.ticket };
}
