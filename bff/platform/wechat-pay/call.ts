import { parseJson } from './parse-json.ts';
import { clock } from '../clock/clock.ts';
import { log } from '../log/log.ts';
import { failed, faultOf, type PayAnswer } from './answer.ts';
import { merchant, type Merchant } from './merchant.ts';
import { platformKey } from './platform-keys.ts';
import type { RawAnswer } from './transport.ts';
import { isSigned, looksSigned, readSignatureHeaders } from './verify-signature.ts';

/** Calls the library and believes the answer only when WeChat Pay signed it. */
export async function callPay<T>(work: (merchant: Merchant) => Promise<{ data?: unknown }>): Promise<PayAnswer<T>> {
  const ours = merchant();
  if (!ours) return failed('not_configured', '');
  const answer = (await work(ours)).data as RawAnswer;
  if (answer.status === 0) return failed('unreachable', answer.rawBody);
  if (!(await isGenuine(ours, answer))) {
    log.warn({ status: answer.status }, 'an answer that WeChat Pay did not sign');
    return failed('unreachable', 'UNSIGNED');
  }
  const body = parseJson(answer.rawBody);
  if (answer.status < 300) return { ok: true, value: body as T };
  const { code = '', message = '' } = (body ?? {}) as { code?: string; message?: string };
  return failed(answer.status >= 500 ? 'unreachable' : faultOf(code), code, message);
}

async function isGenuine(ours: Merchant, answer: RawAnswer): Promise<boolean> {
  const headers = readSignatureHeaders(answer.header);
  if (looksSigned(headers, clock.now())) return false;
  const key = await platformKey(ours, headers.serial);
  return key !== null && isSigned(headers, answer.rawBody, key);
}
