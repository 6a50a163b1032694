import { randomBytes } from 'node:crypto';

// Crockford's alphabet: no I, L, O or U, so that nobody mistakes a letter for a digit when copying from paper.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * 核验码: 16 characters, 80 random bits. Shorter than the link's 128 bits because people type it; it opens one number
 * only and failed tries are rate limited (ADR on verification codes).
 */
export function newVerificationCode(): string {
  return Array.from(randomBytes(16), (byte) => ALPHABET[byte & 31]).join('');
}
