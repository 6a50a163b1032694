import { log } from '../log/log.ts';
import type { Provider } from './provider.ts';

/**
 * Why the provider did not say who it is. `refused`: the code is unknown, old, used or not for us, or the identity does
 * not hold; `unreachable`: no answer, or none that is a provider's: trying again later may succeed; `misconfigured`: it
 * does not know us, which nobody but the office can mend.
 */
export type OidcFault = 'refused' | 'unreachable' | 'misconfigured';
export type OidcAnswer<T> = { ok: true; value: T } | { ok: false; fault: OidcFault };

/** Findings of the library about an answer that arrived whole: its signature, its claims, who sent it. */
const FINDINGS = new Set([
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  'OAUTH_KEY_SELECTION_FAILED',
  'OAUTH_UNSUPPORTED_OPERATION',
]);

/** What the library lets pass and we cannot use. */
export class UnusableIdentity extends Error {
  override readonly name = 'UnusableIdentity';
}

/** Does `work`, and answers what it comes to. Nothing of codes, tokens and people is logged. */
export async function answerOf<T>(open: () => Promise<Provider>, work: (provider: Provider) => Promise<T>) {
  let provider: Provider;
  try {
    provider = await open();
  } catch (error) {
    return failed('unreachable', error);
  }
  try {
    return { ok: true, value: await work(provider) } satisfies OidcAnswer<T>;
  } catch (error) {
    return failed(faultOf(provider, error), error);
  }
}

function faultOf({ library }: Provider, error: unknown): OidcFault {
  if (error instanceof library.AuthorizationResponseError || error instanceof UnusableIdentity) return 'refused';
  if (error instanceof library.ResponseBodyError) {
    if (error.error === 'invalid_grant') return 'refused';
    return error.status >= 500 ? 'unreachable' : 'misconfigured';
  }
  // A key set that cannot be had is no verdict on the identity.
  if (error instanceof library.WWWAuthenticateChallengeError) return 'misconfigured';
  return FINDINGS.has(codeOf(error)) ? 'refused' : 'unreachable';
}

function failed(fault: OidcFault, error: unknown): { ok: false; fault: OidcFault } {
  const { name, message } = error as Error;
  log[fault === 'misconfigured' ? 'error' : 'warn']({ fault, name, code: codeOf(error), message }, 'oidc');
  return { ok: false, fault };
}

function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
