import { answerOf, UnusableIdentity, type OidcAnswer } from './answer.ts';
import type { OidcTie } from './authorise-url.ts';
import { openProvider } from './provider.ts';

/** A person at a provider. */
export interface OidcIdentity {
  issuer: string;
  subject: string;
  /** What the provider calls the person; may be empty. */
  name: string;
}

/** OpenID Connect Core 1.0, section 2; a longer one is no provider's. */
const MAX_SUBJECT = 255;
const MAX_NAME = 40;
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Who a code belongs to. The identity counts only if the provider signed it (by a key it publishes), for us, just now, in
 * answer to this very request: issuer, audience, nonce, times and signature are checked (OpenID Connect Core 1.0, 3.1.3.7).
 */
export function identifyByCode(asked: {
  code: string;
  /** Who answers, as the browser was told (RFC 9207). */
  iss: string | undefined;
  redirectUri: string;
  tie: OidcTie;
}): Promise<OidcAnswer<OidcIdentity>> {
  const { code, iss, redirectUri, tie } = asked;
  return answerOf(openProvider, async ({ library, config }) => {
    const cameBack = new URL(redirectUri);
    cameBack.search = new URLSearchParams({ code, state: tie.state, ...(iss !== undefined && { iss }) }).toString();
    const tokens = await library.authorizationCodeGrant(config, cameBack, {
      expectedState: tie.state,
      expectedNonce: tie.nonce,
      pkceCodeVerifier: tie.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims || claims.sub.length > MAX_SUBJECT) {
      throw new UnusableIdentity('no usable subject');
    }
    return { issuer: claims.iss, subject: claims.sub, name: shownName(claims['name'] ?? claims['preferred_username']) };
  });
}

const shownName = (given: unknown): string =>
  typeof given === 'string' ? [...given.replace(UNSEEN, '').trim()].slice(0, MAX_NAME).join('') : '';
