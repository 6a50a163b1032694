import { FOR_TELEPHONE, randomCharacters } from '../../../platform/crypto/readable-code.ts';
import { keyedIndex } from '../../../platform/crypto/keyed-index.ts';

const COUNT = 10;
const LENGTH = 10;

/** Ten codes of some 49 bits, each good for one sign-in without the telephone. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => randomCharacters(FOR_TELEPHONE, LENGTH));
}

/** As they are shown: `abcde-fghjk`. */
export const shownRecoveryCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;

/** What is stored of a code: of no use to whoever reads the database. */
export const recoveryHash = (accountId: number, code: string): string =>
  keyedIndex('recovery-codes', `${accountId}:${code}`);
