import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { subkey } from './data-key.ts';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** The word from which the key is derived: another word would be another key, and open nothing of what is stored. */
const KEY_NAME = 'seal';

/**
 * Encrypts a value for storage (AES-256-GCM; version ‖ nonce ‖ tag ‖ text, in base64url). `context` says what it is
 * and whose (`lawyers.id_number:12`): a value that is moved to another row or column cannot be decrypted there.
 */
export function encrypt(plain: string, context: string): string {
  return encryptBytes(Buffer.from(plain, 'utf8'), context).toString('base64url');
}

/** Decrypts what `encrypt` made with the same context; throws when it was changed, moved or made with another key. */
export function decrypt(encrypted: string, context: string): string {
  return decryptBytes(Buffer.from(encrypted, 'base64url'), context).toString('utf8');
}

/** The same of a file: version ‖ nonce ‖ tag ‖ bytes. */
export function encryptBytes(plain: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', subkey(KEY_NAME), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(context));
  const encrypted = [cipher.update(plain), cipher.final()];
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), ...encrypted]);
}

/** Decrypts what `encryptBytes` made; throws as `decrypt` does. */
export function decryptBytes(bytes: Buffer, context: string): Buffer {
  if (bytes[0] !== VERSION || bytes.length < 1 + NONCE_BYTES + TAG_BYTES) throw new Error('not an encrypted value');
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const tag = bytes.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', subkey(KEY_NAME), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}
