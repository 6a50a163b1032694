import { createHmac } from 'node:crypto';
import { subkey } from './data-key.ts';

/**
 * A keyed fingerprint (HMAC-SHA256, 43 characters) by which an encrypted value can be found or kept unique. `field` keeps
 * equal values of different columns apart. The caller brings the value to one spelling first.
 */
export function keyedIndex(field: string, value: string): string {
  return createHmac('sha256', subkey(`index ${field}`))
    .update(value)
    .digest('base64url');
}
