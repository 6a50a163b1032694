import { clock } from '../../../platform/clock/clock.ts';
import { keyedIndex } from '../../../platform/crypto/keyed-index.ts';
import { countAgainst, type RateLimit } from '../../../platform/kv/rate-limit.ts';
import { kv } from '../../../platform/kv/kv.ts';

/** The provider and we send one text a minute to a number. */
const WAIT_MS = 60_000;

/**
 * Whether a text may be asked for, and in how many seconds the next one may. It goes by what was typed and by whom, not by
 * a number: for an account that does not exist it is the same. Only what may send is counted: who presses again while the
 * countdown runs uses up nothing. Throws `too_many_requests`.
 */
export async function askForText(
  asked: string,
  limit: RateLimit,
  countedAs = asked,
): Promise<{ isNext: boolean; waitSeconds: number }> {
  const key = `text-asked:${keyedIndex('text-asked', asked)}`;
  const now = clock.now();
  const left = Number((await kv.get(key)) ?? 0) + WAIT_MS - now;
  if (left > 0) return { isNext: false, waitSeconds: Math.ceil(left / 1000) };
  await countAgainst(limit, keyedIndex('text-asked', countedAs));
  await kv.set(key, String(now), { ttlMs: WAIT_MS });
  return { isNext: true, waitSeconds: WAIT_MS / 1000 };
}
