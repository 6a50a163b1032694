import { randomInt } from 'node:crypto';

/** Crockford's: no I, L, O or U, so that nobody mistakes a letter for a digit when copying from paper. */
export const FOR_PAPER = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Read out on the telephone and typed from paper: nothing that looks or sounds like something else. */
export const FOR_TELEPHONE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** So many random characters of an alphabet, each as likely as any other. */
export function randomCharacters(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** Sixteen random characters in groups of four, some 79 bits: temporary passwords and activation codes. */
export function newReadableCode(): string {
  return Array.from({ length: 4 }, () => randomCharacters(FOR_TELEPHONE, 4)).join('-');
}
