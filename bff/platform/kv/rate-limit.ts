import { AppError } from '../../errors.ts';
import { networkOf } from '../network.ts';
import { kv } from './kv.ts';

/** At most `limit` counted events in a window of `windowMs` for one caller. */
export interface RateLimit {
  name: string;
  limit: number;
  windowMs: number;
}

/**
 * Counts one event; throws `too_many_requests` when the window is full.
 * @param caller an address (of IPv6 the /64 counts), or whatever else tells callers apart
 */
export async function countAgainst(rate: RateLimit, caller: string): Promise<void> {
  const used = await kv.increment(keyOf(rate, caller), { ttlMs: rate.windowMs });
  if (used > rate.limit) throw new AppError('too_many_requests');
}

/**
 * Judges a guess: the try is taken before it is judged, so that no number of guesses at once gets beyond the limit, and
 * given back when it was right. Throws `too_many_requests` without judging.
 * @param judge what the guess leads to
 * @param isWrong whether that was a wrong guess; one that throws stays taken
 */
export async function judgeGuess<T>(
  rate: RateLimit,
  caller: string,
  judge: () => Promise<T>,
  isWrong: (result: T) => boolean,
): Promise<T> {
  await countAgainst(rate, caller);
  const result = await judge();
  if (!isWrong(result)) await kv.decrement(keyOf(rate, caller));
  return result;
}

const keyOf = (rate: RateLimit, caller: string) => `rate:${rate.name}:${networkOf(caller)}`;
