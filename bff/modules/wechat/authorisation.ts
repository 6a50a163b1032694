import { AppError } from '../../errors.ts';
import { env } from '../../env.ts';
import { hashToken, randomToken } from '../../platform/crypto/tokens.ts';
import { kv } from '../../platform/kv/kv.ts';
import { countAgainst } from '../../platform/kv/rate-limit.ts';
import { takeOnce } from '../../platform/kv/take-once.ts';
import { authoriseUrl } from '../../platform/wechat/authorise-url.ts';

/** As long as a code of WeChat is good, and a little for the way there. */
const STATE_MS = 10 * 60_000;
/** Each start is kept for a while: a whole office opens our pages, a machine would fill the memory. */
const STARTS = { name: 'wechat-starts', limit: 120, windowMs: STATE_MS };
/** The page of the client to which WeChat leads back. */
const RETURN_PAGE = '/wechat';

/**
 * Where a page inside WeChat goes to learn who holds the phone. `browser` is a secret of this browser: only with it is
 * the state accepted, so that nobody is signed in by a link that somebody else made. null: no official account here.
 * Throws `too_many_requests`.
 */
export async function beginAuthorisation(address: string): Promise<{ url: string | null; browser: string }> {
  await countAgainst(STARTS, address);
  const state = randomToken(128);
  const browser = randomToken(128);
  const url = authoriseUrl({ redirectUri: `${env.PUBLIC_URL}${RETURN_PAGE}`, state });
  if (url !== null) await kv.set(keyOf(state), hashToken(browser), { ttlMs: STATE_MS });
  return { url, browser };
}

/** Uses a state up. Throws `wechat_refused` for one that we did not give this browser, or not lately. */
export async function takeState(state: string, browser: string): Promise<void> {
  const expected = await takeOnce(keyOf(state), STATE_MS);
  if (expected !== hashToken(browser)) throw new AppError('wechat_refused');
}

const keyOf = (state: string) => `wechat-state:${hashToken(state)}`;
