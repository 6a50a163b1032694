import { open, seal } from '../../../platform/crypto/sealed.ts';

const context = (accountId: number) => `second_factors.secret:${accountId}`;

/** A TOTP secret as it is stored, and back. */
export const sealSecret = (accountId: number, secret: string): string => seal(secret, context(accountId));
export const openSecret = (accountId: number, sealed: string): string => open(sealed, context(accountId));
