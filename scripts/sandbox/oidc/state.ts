import { generateKeyPairSync, type KeyObject } from 'node:crypto';

/** What a browser was sent back with, to be changed for an identity once. */
export interface IssuedGrant {
  personId: string;
  redirectUri: string;
  /** Of PKCE: base64url of SHA-256 of what the client keeps. */
  challenge: string;
  nonce: string;
  issuedAt: number;
  isUsed: boolean;
}

/** The key that signs identities, and one that nobody publishes. */
export interface OidcKeys {
  kid: string;
  own: { publicKey: KeyObject; privateKey: KeyObject };
  strange: { publicKey: KeyObject; privateKey: KeyObject };
}

/** What the provider of 会员中心 knows. */
export interface OidcState {
  grants: Map<string, IssuedGrant>;
  keys(): OidcKeys;
}

/** A code is good for one minute (RFC 6749, 4.1.2, allows ten at most). */
export const GRANT_MS = 60_000;

export function createOidcState(): OidcState {
  let made: OidcKeys | undefined;
  const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    grants: new Map(),
    // Only who asks for an identity waits for the key.
    keys: () => (made ??= { kid: 'sandbox-1', own: pair(), strange: pair() }),
  };
}
