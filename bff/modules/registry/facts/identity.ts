import { birthOfNumber } from '../../../contract/registry/identity.ts';
import { maskIdentity } from '../../../contract/text.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { keyedIndex, open, seal } from '../../../platform/crypto/sealed.ts';

/** What the registry keeps of an identity number: never the number itself. */
export interface SealedIdentity {
  identitySealed: string;
  identityIndex: string;
}

/** Seals an identity number that staff have entered. Throws `invalid_fields` for who is not born yet. */
export function sealEnteredIdentity(number: string): SealedIdentity {
  const birth = birthOfNumber(number);
  if (birth !== null && birth > clock.today()) {
    const fault = `证件号码中的出生日期${birth}还没有到，请核对号码`;
    throw new AppError('invalid_fields', { fields: { identityNumber: fault } });
  }
  return sealIdentity(number);
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
