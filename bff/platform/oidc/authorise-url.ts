import { answerOf, type OidcAnswer } from './answer.ts';
import { openProvider } from './provider.ts';

/** What one browser's way to the provider and back is tied together by. */
export interface OidcTie {
  /** Comes back with the code. */
  state: string;
  /** Comes back inside the identity. */
  nonce: string;
  /** Proves with the code that it was asked for by us (PKCE, RFC 7636). */
  verifier: string;
}

/** Where a browser goes to prove who it is; the provider comes back to `redirectUri` with code and state. */
export function authoriseUrl(redirectUri: string, { state, nonce, verifier }: OidcTie): Promise<OidcAnswer<string>> {
  return answerOf(openProvider, async ({ library, config }) => {
    const url = library.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      response_type: 'code',
      // The name is in the profile; nothing else of it is kept.
      scope: 'openid profile',
      state,
      nonce,
      code_challenge: await library.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return url.href;
  });
}
