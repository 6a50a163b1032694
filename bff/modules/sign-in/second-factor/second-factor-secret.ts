import { decrypt, encrypt } from '../../../platform/crypto/encryption.ts';

const context = (accountId: number) => `second_factors.secret:${accountId}`;

/** A TOTP secret as it is stored, and back. */
export const encryptSecret = (accountId: number, secret: string): string => encrypt(secret, context(accountId));
export const decryptSecret = (accountId: number, encrypted: string): string => decrypt(encrypted, context(accountId));
