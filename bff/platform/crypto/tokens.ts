import { createHash, randomBytes } from 'node:crypto';

/** An unguessable token of `bits` random bits (a multiple of 8) in base64url. */
export function randomToken(bits: number): string {
  if (bits < 128 || bits % 8 !== 0) throw new RangeError('a token has at least 128 bits, in whole bytes');
  return randomBytes(bits / 8).toString('base64url');
}

/** What is stored of a token (SHA-256, 43 characters): whoever reads the database cannot use it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
