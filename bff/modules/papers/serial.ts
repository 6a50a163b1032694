import { randomInt } from 'node:crypto';

// Crockford's alphabet: no I, L, O or U, so that nobody mistakes a letter for a digit when copying from paper.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_LENGTH = 8;

/**
 * Serial of one paper copy: 编号, the copy's place in its order, and 40 random bits, so that nobody who holds one copy
 * can write down the serial of another.
 */
export function newCopySerial(number: string, position: number): string {
  const random = Array.from({ length: RANDOM_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${number}-${String(position).padStart(2, '0')}-${random}`;
}
