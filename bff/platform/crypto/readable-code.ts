import { randomInt } from 'node:crypto';

/** Read out on the telephone and typed from paper: nothing that looks or sounds like something else. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Sixteen random characters in groups of four, some 79 bits: temporary passwords and activation codes. */
export function newReadableCode(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
