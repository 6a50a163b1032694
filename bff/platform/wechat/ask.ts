import { env } from '../../env.ts';
import { answerOf, failed, type WechatAnswer } from './answer.ts';

/** WeChat answers within a second or not at all; a member waits for it. */
const PATIENCE_MS = 5_000;
/** The largest thing it sends is a picture of a code. */
const MAX_BYTES = 2 * 1024 * 1024;

/** Asks api.weixin.qq.com for JSON. Never throws; secrets in the address are in no message. */
export async function ask<T>(path: string, body?: object): Promise<WechatAnswer<T>> {
  const answer = await askBytes(path, body);
  if (!answer.ok) return answer;
  try {
    return answerOf(JSON.parse(answer.value.toString()) as T & { errcode?: number; errmsg?: string });
  } catch {
    return failed('unreachable', 'not JSON');
  }
}

/** As `ask`, for whatever is sent. */
export async function askBytes(path: string, body?: object): Promise<WechatAnswer<Buffer>> {
  try {
    const response = await fetch(env.WECHAT_API_URL.replace(/\/$/, '') + path, {
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok) return failed('unreachable', `status ${response.status}`);
    if (bytes.length > MAX_BYTES) return failed('unreachable', 'too long an answer');
    return { ok: true, value: bytes };
  } catch (error) {
    return failed('unreachable', (error as Error).name);
  }
}
