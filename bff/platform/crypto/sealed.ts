import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { subkey } from './data-key.ts';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts a value for storage (AES-256-GCM; version ‖ nonce ‖ tag ‖ text, in base64url). `context` says what it is
 * and whose (`lawyers.id_number:12`): a sealed value moved to another row or column does not open.
 */
export function seal(plain: string, context: string): string {
  return sealBytes(Buffer.from(plain, 'utf8'), context).toString('base64url');
}

/** Decrypts what `seal` made with the same context; throws when it was changed, moved or sealed with another key. */
export function open(sealed: string, context: string): string {
  return openBytes(Buffer.from(sealed, 'base64url'), context).toString('utf8');
}

/** The same of a file: version ‖ nonce ‖ tag ‖ bytes. */
export function sealBytes(plain: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', subkey('seal'), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(context));
  const sealed = [cipher.update(plain), cipher.final()];
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), ...sealed]);
}

/** Decrypts what `sealBytes` made; throws as `open` does. */
export function openBytes(bytes: Buffer, context: string): Buffer {
  if (bytes[0] !== VERSION || bytes.length < 1 + NONCE_BYTES + TAG_BYTES) throw new Error('not a sealed value');
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const tag = bytes.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', subkey('seal'), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}

/**
 * A keyed fingerprint (HMAC-SHA256, 43 characters) by which a sealed value can be found or kept unique. `field` keeps
 * equal values of different columns apart. The caller brings the value to one spelling first.
 */
export function keyedIndex(field: string, value: string): string {
  return createHmac('sha256', subkey(`index ${field}`))
    .update(value)
    .digest('base64url');
}
