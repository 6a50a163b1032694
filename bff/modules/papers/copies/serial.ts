import { FOR_PAPER, randomCharacters } from '../../../platform/crypto/readable-code.ts';

const RANDOM_LENGTH = 8;

/**
 * Serial of one paper copy: 编号, the copy's place in its order, and 40 random bits, so that nobody who holds one copy
 * can write down the serial of another.
 */
export function newCopySerial(number: string, position: number): string {
  const random = randomCharacters(FOR_PAPER, RANDOM_LENGTH);
  return `${number}-${String(position).padStart(2, '0')}-${random}`;
}

/** Whether a copy with this serial is one of the certificate with this 编号, whatever order it belongs to now. */
export const isCopyOf = (number: string, serial: string): boolean => serial.startsWith(`${number}-`);

/** A serial as it is printed, whatever blanks, dashes and letters a reader typed: 10 or more digits, place, eight characters. */
export function toSerial(typed: string): string {
  const compact = typed.replace(/[\s-]/g, '').toUpperCase();
  const random = compact.slice(-RANDOM_LENGTH).replace(/O/g, '0').replace(/[IL]/g, '1');
  return `${compact.slice(0, -RANDOM_LENGTH - 2)}-${compact.slice(-RANDOM_LENGTH - 2, -RANDOM_LENGTH)}-${random}`;
}
