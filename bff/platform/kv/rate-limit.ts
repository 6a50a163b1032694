import { AppError } from '../../errors.ts';
import { networkOf, siteOf } from '../network.ts';
import { kv } from './kv.ts';
import { keepsState } from '../singletons.ts';

/** At most `limit` counted events in a window of `windowMs` for one caller. */
export interface RateLimit {
  name: string;
  limit: number;
  windowMs: number;
}

/**
 * Counts one event; throws `too_many_requests` when the window is full.
 * @param caller an address (of IPv6 the /64 counts, and its /48 with a larger budget), or whatever else tells callers apart
 */
export async function countAgainst(rate: RateLimit, caller: string): Promise<void> {
  for (const { key, limit } of budgetsOf(rate, caller)) {
    if ((await kv.increment(key, { ttlMs: rate.windowMs })) > limit) throw new AppError('too_many_requests');
  }
}

/** Gives back one event that was counted. */
export async function giveBack(rate: RateLimit, caller: string): Promise<void> {
  for (const { key } of budgetsOf(rate, caller)) await kv.decrement(key);
}

/**
 * Of IPv6 a /48 has so many times the budget of one network: enough for the customers of a mobile operator who share it,
 * and not 65,536 times as much for who holds all of it.
 */
export const SITE_SHARE = 16;

/** What one event of a caller uses up; the narrowest first, so that a network that is refused takes nothing of the others'. */
function budgetsOf(rate: RateLimit, caller: string): { key: string; limit: number }[] {
  const site = siteOf(caller);
  const own = { key: keyOf(rate, caller), limit: rate.limit };
  return site ? [own, { key: `rate:${rate.name}:${site}`, limit: rate.limit * SITE_SHARE }] : [own];
}

/** Counts one event, and says whether the window had room for it: for those who must not be told. */
export const isWithin = (rate: RateLimit, caller: string): Promise<boolean> =>
  countAgainst(rate, caller).then(
    () => true,
    (fault: unknown) => {
      if (fault instanceof AppError) return false;
      throw fault;
    },
  );

/**
 * Judges a guess: the try is taken before it is judged, so that no number of guesses at once gets beyond the limit, and
 * given back when it was right. Throws `too_many_requests` without judging: after too many wrong guesses, or when too
 * many of this caller wait already.
 * @param judge what the guess leads to
 * @param isWrong whether that was a wrong guess; a refusal that is thrown counts as one, a fault of ours does not
 */
export async function judgeGuess<T>(
  rate: RateLimit,
  caller: string,
  judge: () => Promise<T>,
  isWrong: (result: T) => boolean,
): Promise<T> {
  return inOwnLine({ key: keyOf(rate, caller), atATime: GUESSES_AT_A_TIME }, async () => {
    await countAgainst(rate, caller);
    let staysTaken = true;
    try {
      const result = await judge();
      staysTaken = isWrong(result);
      return result;
    } catch (fault) {
      // Nothing was judged: a fault of ours is nobody's wrong guess.
      staysTaken = fault instanceof AppError;
      throw fault;
    } finally {
      if (!staysTaken) await giveBack(rate, caller);
    }
  });
}

/**
 * Judges what nobody finds by trying (80 random bits and more): a right one is answered whatever others of the same
 * address have tried, for a bank is one address. Wrong ones are counted, and refused once the window is full: throws
 * `too_many_requests` then, and when too many of this caller wait already.
 * @param judge what is asked for leads to
 * @param isWrong whether that was nothing
 * @param refusal what whoever is wrong once too often is told
 */
export async function judgeUnguessable<T>(
  rate: RateLimit,
  caller: string,
  judge: () => Promise<T>,
  { isWrong, refusal }: { isWrong: (result: T) => boolean; refusal: string },
): Promise<T> {
  return inOwnLine({ key: keyOf(rate, caller), atATime: READS_AT_A_TIME }, async () => {
    const result = await judge();
    if (isWrong(result) && !(await isWithin(rate, caller)))
      throw new AppError('too_many_requests', { message: refusal });
    return result;
  });
}

/** So many guesses of one caller are judged at a time; a bank whose whole house verifies waits a moment, and is not refused. */
const GUESSES_AT_A_TIME = 8;
/** What is only read is read for several of them by one statement (ask-together.ts): half of them wait for it, half are answered. */
const READS_AT_A_TIME = 16;
/**
 * And so many of one caller wait: more than any house has people who scan in the same second (the largest firms have
 * some hundreds), and a few seconds' work; more than that is a machine, and holds its requests in our memory.
 */
export const MOST_WAITING = 500;
/** A full line is done after about so long, s. */
const LINE_S = 5;
const lines = new Map<string, { running: number; waiting: (() => void)[] }>();
keepsState(() => lines.clear());

async function inOwnLine<T>({ key, atATime }: { key: string; atATime: number }, work: () => Promise<T>): Promise<T> {
  const line = lines.get(key) ?? { running: 0, waiting: [] };
  lines.set(key, line);
  if (line.waiting.length >= MOST_WAITING) throw new AppError('too_many_requests', { retryAfterS: LINE_S });
  if (line.running >= atATime) await new Promise<void>((turn) => line.waiting.push(turn));
  else line.running++;
  try {
    return await work();
  } finally {
    const next = line.waiting.shift();
    if (next) next();
    else if (--line.running === 0) lines.delete(key);
  }
}

const keyOf = (rate: RateLimit, caller: string) => `rate:${rate.name}:${networkOf(caller)}`;
