import { env } from '../../env.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { hashToken, randomToken } from '../../platform/crypto/tokens.ts';
import { kv } from '../../platform/kv/kv.ts';
import { countAgainst } from '../../platform/kv/rate-limit.ts';
import { takeOnce } from '../../platform/kv/take-once.ts';
import { authoriseUrl, type OidcTie } from '../../platform/oidc/authorise-url.ts';
import { hasOidc } from '../../platform/oidc/provider.ts';
import { valueOf } from './value-of.ts';

/** Time to sign in over there. */
const STATE_MS = 10 * 60_000;
/** Each start is kept for a while: a whole office opens our pages, a machine would fill the memory. */
const STARTS = { name: 'oidc-starts', limit: 120, windowMs: STATE_MS };

/** The page of the client to which the provider leads back; registered there, and compared letter by letter. */
export const returnAddress = (): string => `${env.PUBLIC_URL}/oidc`;

/**
 * Where a browser goes to prove its identity at the association's own site. `browser` is a secret of this browser: only
 * with it is the state accepted, so that nobody is signed in by a link that somebody else made. null: there is no such
 * site. Throws `too_many_requests`, and `unavailable` while the site does not answer.
 */
export async function beginAuthorisation(address: string): Promise<{ url: string | null; browser: string }> {
  const browser = randomToken(128);
  if (!hasOidc()) return { url: null, browser };
  await countAgainst(STARTS, address);
  const tie = { state: randomToken(128), nonce: randomToken(128), verifier: randomToken(256) };
  const url = valueOf(await authoriseUrl(returnAddress(), tie));
  const { nonce, verifier } = tie;
  const kept: Kept = { browser: hashToken(browser), nonce, verifier, until: clock.now() + STATE_MS };
  await kv.set(keyOf(tie.state), JSON.stringify(kept), { ttlMs: STATE_MS });
  return { url, browser };
}

interface Kept extends Pick<OidcTie, 'nonce' | 'verifier'> {
  /** Hash of the browser's secret. */
  browser: string;
  /** Epoch ms. That the key-values forget it by then saves their memory, and is not what it rests on. */
  until: number;
}

/** Uses a state up. Throws `oidc_refused` for one that we did not give this browser, or not lately. */
export async function takeState(state: string, browser: string): Promise<OidcTie> {
  const found = await takeOnce(keyOf(state), STATE_MS);
  const kept = found === undefined ? null : (JSON.parse(found) as Kept);
  if (kept?.browser !== hashToken(browser) || kept.until <= clock.now()) throw new AppError('oidc_refused');
  return { state, nonce: kept.nonce, verifier: kept.verifier };
}

const keyOf = (state: string) => `oidc-state:${hashToken(state)}`;
