import { maskIdentity } from '../../../contract/text.ts';
import { keyedIndex, open, seal } from '../../../platform/crypto/sealed.ts';

/** What the registry keeps of an identity number: never the number itself. */
export interface SealedIdentity {
  identitySealed: string;
  identityIndex: string;
}

/** Seals an identity number (upper case, no blanks) for storage. */
export function sealIdentity(number: string): SealedIdentity {
  const identityIndex = keyedIndex('lawyers.identity', number);
  return { identityIndex, identitySealed: seal(number, contextOf(identityIndex)) };
}

/** The whole number: only for the audited look and for the first use of an account. */
export function openIdentity({ identitySealed, identityIndex }: SealedIdentity): string {
  return open(identitySealed, contextOf(identityIndex));
}

/** The number as screens show it: 440***********1234. */
export function maskedIdentity(sealed: SealedIdentity): string {
  return maskIdentity(openIdentity(sealed));
}

// A sealed number put into another lawyer's row does not open: there the index differs.
const contextOf = (identityIndex: string) => `lawyers.identity:${identityIndex}`;
