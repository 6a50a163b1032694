import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';
import { inTurn } from './hashing-turns.ts';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** OWASP password storage: scrypt with N = 2^15, r = 8 needs 32 MB and about 60 ms. */
const CURRENT = { logN: 15, r: 8, p: 1 };
const SALT_BYTES = 16;
const KEY_BYTES = 32;
const FORMAT = /^scrypt1\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([A-Za-z0-9_-]{22})\$([A-Za-z0-9_-]{43})$/;

/**
 * A salted hash to be stored: `scrypt1$15$8$1$salt$key`, so that the cost can be raised later. Throws
 * `too_many_requests`, see inTurn.
 * @param caller the network that asks
 */
export async function hashPassword(password: string, caller: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await inTurn(caller, () => deriveKey(password, salt, CURRENT));
  const { logN, r, p } = CURRENT;
  return ['scrypt1', logN, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/**
 * Whether `password` is the one that was hashed. Without a stored hash (no such account) it takes as long and says no,
 * so that the time does not tell which accounts exist. Throws `too_many_requests`, see inTurn.
 * @param caller the network that asks
 */
export async function verifyPassword(password: string, stored: string | undefined, caller: string): Promise<boolean> {
  const [, logN, r, p, salt, key] = stored?.match(FORMAT) ?? [];
  if (!logN || !r || !p || !salt || !key) {
    await inTurn(caller, () => deriveKey(password, randomBytes(SALT_BYTES), CURRENT));
    return false;
  }
  const cost = { logN: Number(logN), r: Number(r), p: Number(p) };
  const derived = await inTurn(caller, () => deriveKey(password, Buffer.from(salt, 'base64url'), cost));
  return timingSafeEqual(derived, Buffer.from(key, 'base64url'));
}

function deriveKey(password: string, salt: Buffer, { logN, r, p }: typeof CURRENT): Promise<Buffer> {
  const N = 2 ** logN;
  // NFKC: the same characters typed on another keyboard are the same password (NIST SP 800-63B 5.1.1.2).
  return derive(password.normalize('NFKC'), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r });
}
