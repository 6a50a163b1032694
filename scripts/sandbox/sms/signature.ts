import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { toUtcDate } from '../../../bff/contract/dates.ts';
import type { Asked } from '../http.ts';

/**
 * Whether a request carries a TC3-HMAC-SHA256 signature of this account over whatever headers it names, content-type and
 * host among them. Written from the provider's document, not from our client: the two must not share a mistake.
 */
export function isSigned(asked: Asked, account: { secretId: string; secretKey: string; service: string }): boolean {
  const said = /^TC3-HMAC-SHA256 Credential=([^/]+)\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
  const [, secretId, scope = '', names = '', signature = ''] = said.exec(asked.headers.authorization ?? '') ?? [];
  const signedNames = names.split(';');
  if (secretId !== account.secretId || !['content-type', 'host'].every((name) => signedNames.includes(name)))
    return false;
  const lower = signedNames.map(
    (name) =>
      `${name}:${String(asked.headers[name] ?? '')
        .trim()
        .toLowerCase()}`,
  );
  const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
  const request = `POST\n/\n\n${lower.join('\n')}\n\n${names}\n${digest(asked.body)}`;
  const timestamp = String(asked.headers['x-tc-timestamp']);
  const day = toUtcDate(Number(timestamp) * 1000);
  if (scope !== `${day}/${account.service}/tc3_request`) return false;
  const text = `TC3-HMAC-SHA256\n${timestamp}\n${scope}\n${digest(request)}`;
  const steps = [day, account.service, 'tc3_request'];
  const key = steps.reduce<Buffer>(
    (secret, step) => createHmac('sha256', secret).update(step).digest(),
    Buffer.from(`TC3${account.secretKey}`),
  );
  return timingSafeEqual(createHmac('sha256', key).update(text).digest(), Buffer.from(signature, 'hex'));
}
