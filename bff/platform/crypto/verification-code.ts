import { FOR_PAPER, randomCharacters } from './readable-code.ts';

/**
 * 核验码: 16 characters, 80 random bits. Shorter than the link's 128 bits because people type it; it opens one number
 * only and failed tries are rate limited (ADR 16).
 */
export function newVerificationCode(): string {
  return randomCharacters(FOR_PAPER, 16);
}
