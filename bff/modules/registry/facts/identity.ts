import { birthOfNumber } from '../../../contract/registry/identity.ts';
import { maskIdentity } from '../../../contract/text.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { decrypt, encrypt } from '../../../platform/crypto/encryption.ts';
import { keyedIndex } from '../../../platform/crypto/keyed-index.ts';

/** What the registry keeps of an identity number: never the number itself. */
export interface EncryptedIdentity {
  identitySealed: string;
  identityIndex: string;
}

/** Encrypts an identity number that staff have entered. Throws `invalid_fields` for who is not born yet. */
export function encryptEnteredIdentity(number: string): EncryptedIdentity {
  const birth = birthOfNumber(number);
  if (birth !== null && birth > clock.today()) {
    const fault = `证件号码中的出生日期${birth}还没有到，请核对号码`;
    throw new AppError('invalid_fields', { fields: { identityNumber: fault } });
  }
  return encryptIdentity(number);
}

/** Encrypts an identity number (upper case, no blanks) for storage. */
export function encryptIdentity(number: string): EncryptedIdentity {
  const identityIndex = keyedIndex('lawyers.identity', number);
  return { identityIndex, identitySealed: encrypt(number, contextOf(identityIndex)) };
}

/** The whole number: only for the audited look and for the first use of an account. */
export function decryptIdentity({ identitySealed, identityIndex }: EncryptedIdentity): string {
  return decrypt(identitySealed, contextOf(identityIndex));
}

/** The number as screens show it: 440***********1234. */
export function maskedIdentity(encrypted: EncryptedIdentity): string {
  return maskIdentity(decryptIdentity(encrypted));
}

// An encrypted number put into another lawyer's row cannot be decrypted: there the index differs.
const contextOf = (identityIndex: string) => `lawyers.identity:${identityIndex}`;
