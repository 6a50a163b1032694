import { DAY_MS, HOUR_MS } from '../../contract/dates.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { keyedIndex } from '../../platform/crypto/keyed-index.ts';
import { kv } from '../../platform/kv/kv.ts';
import { countAgainst, giveBack } from '../../platform/kv/rate-limit.ts';
import type { Realm } from '../../actor.ts';

/** Five wrong passwords lock for 15 minutes, and twice as long each further time in a day (members.md, Signing in). */
export const MAX_FAILURES = 5;
export const LOCK_MS = 15 * 60_000;
const LONGEST_LOCK_MS = 8 * HOUR_MS;
/** A lock is remembered for so long after its end; then the next one is short again. */
const MEMORY_MS = DAY_MS;
/** Wrong passwords of one network in 15 minutes: an office of clerks mistypes, a machine that tries accounts is stopped. */
export const MAX_FAILURES_OF_NETWORK = 100;

/** Whose tries are counted: the account, or a device that is known to it, and the network it is tried from. */
export interface Attempt {
  realm: Realm;
  /** The account's id, or what was typed when there is no such account: both lock alike. */
  account: number | string;
  address: string;
  /** A device on which the account signed in before: strangers who lock the account do not lock its owner out there. */
  device?: string | undefined;
}

/** A try that has been taken and is to be judged now. */
export interface Try {
  /** The password was wrong; answers whether that was the last try there was. */
  failed(): Promise<{ isLockedNow: boolean }>;
  /** It was right: the tries of this account, or of this device, are all there again, and the network's one. */
  succeeded(): Promise<void>;
}

/**
 * Takes a try before it is judged, so that of any number at once only as many are judged as there are. Throws `locked`
 * when the account (or its known device) has none left, `too_many_requests` when the network has none: then nothing may
 * be judged, or the answer would tell what the lock is to hide.
 */
export async function takeTry(attempt: Attempt): Promise<Try> {
  // A known device has five tries in any case: those of a network are for everybody else.
  const isCounted = attempt.device === undefined;
  const ofNetwork = { name: `sign-in-network:${attempt.realm}`, limit: MAX_FAILURES_OF_NETWORK, windowMs: LOCK_MS };
  if (isCounted) await countAgainst(ofNetwork, attempt.address);
  const key = budgetOf(attempt);
  const lock = await readLock(key);
  if (lock.until > clock.now()) throw lockedUntil(lock.until);
  const used = await kv.increment(triesKey(key, lock), { ttlMs: LOCK_MS });
  if (used > MAX_FAILURES) throw lockedUntil(clock.now() + LOCK_MS);
  return {
    async failed() {
      const isLockedNow = used === MAX_FAILURES;
      if (isLockedNow) await writeLock(key, lock);
      return { isLockedNow };
    },
    async succeeded() {
      await forget(key);
      if (isCounted) await giveBack(ofNetwork, attempt.address);
    },
  };
}

/** The owner has proved otherwise who he or she is: the account can be used at once. */
export async function unlockAccount(whose: { realm: Realm; account: number }): Promise<void> {
  await forget(budgetOf({ ...whose, address: '' }));
}

/** A lock, over or not: each begins a new count of tries. */
interface Lock {
  until: number;
  /** How many there were one after the other. */
  times: number;
}

async function readLock(key: string): Promise<Lock> {
  const [until = 0, times = 0] = ((await kv.get(lockKey(key))) ?? '').split(' ').map(Number);
  return { until, times };
}

async function writeLock(key: string, before: Lock): Promise<void> {
  const wait = Math.min(LOCK_MS * 2 ** before.times, LONGEST_LOCK_MS);
  await kv.set(lockKey(key), `${clock.now() + wait} ${before.times + 1}`, { ttlMs: wait + MEMORY_MS });
}

async function forget(key: string): Promise<void> {
  const lock = await readLock(key);
  await kv.delete(lockKey(key));
  await Promise.all([lock, NO_LOCK].map((each) => kv.delete(triesKey(key, each))));
}

function lockedUntil(instant: number): AppError {
  const minutes = Math.ceil((instant - clock.now()) / 60_000);
  return new AppError('locked', { message: `连续输错${MAX_FAILURES}次，请${minutes}分钟后再试` });
}

const NO_LOCK: Lock = { until: 0, times: 0 };
// What was typed may be an identity number: only its fingerprint is kept.
const budgetOf = ({ realm, account, device }: Attempt) =>
  `${realm}:${keyedIndex('sign-in', String(account))}${device === undefined ? '' : `:${device}`}`;
const lockKey = (key: string) => `sign-in-locked:${key}`;
const triesKey = (key: string, { until }: Lock) => `sign-in-tries:${key}:${until}`;
