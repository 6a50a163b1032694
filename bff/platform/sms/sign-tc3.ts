import { createHmac } from 'node:crypto';
import { sha256 } from '../crypto/sha256.ts';
import { toUtcDate } from '../../contract/dates.ts';

export interface SignedRequest {
  host: string;
  /** SendSms, … */
  action: string;
  /** sms, cvm, … */
  service: string;
  contentType: string;
  /** Unix seconds. */
  timestamp: number;
  body: string;
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/**
 * The Authorization header of a Tencent Cloud API 3.0 request: TC3-HMAC-SHA256 over method, path, three headers and body
 * (Tencent Cloud, Signature v3).
 */
export function signTc3(request: SignedRequest, credentials: { secretId: string; secretKey: string }): string {
  const { host, action, service, contentType, timestamp, body } = request;
  const signedHeaders = 'content-type;host;x-tc-action';
  const headers = `content-type:${contentType}\nhost:${host}\nx-tc-action:${action.toLowerCase()}\n`;
  const canonical = ['POST', '/', '', headers, signedHeaders, sha256(body)].join('\n');
  const date = toUtcDate(timestamp * 1000);
  const scope = `${date}/${service}/tc3_request`;
  const toSign = ['TC3-HMAC-SHA256', String(timestamp), scope, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(`TC3${credentials.secretKey}`, date), service), 'tc3_request');
  const signature = hmac(key, toSign).toString('hex');
  return `TC3-HMAC-SHA256 Credential=${credentials.secretId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
}
