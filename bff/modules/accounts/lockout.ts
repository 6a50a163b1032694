import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { keyedIndex } from '../../platform/crypto/sealed.ts';
import { kv } from '../../platform/kv/kv.ts';
import type { Realm } from './actor.ts';

/** Five wrong passwords lock for 15 minutes, by account and by address (members.md, Signing in). */
export const MAX_FAILURES = 5;
export const LOCK_MS = 15 * 60_000;

/** Whose failures are counted: the account tried and the address it is tried from. */
export interface Attempt {
  realm: Realm;
  /** The account's id, or what was typed when there is no such account: both lock alike. */
  account: number | string;
  address: string;
}

/** Throws `locked` while the account or the address is. */
export async function refuseLocked(attempt: Attempt): Promise<void> {
  const locks = await Promise.all(keysOf(attempt).map((key) => kv.get(lockKey(key))));
  if (locks.some((until) => Number(until ?? 0) > clock.now())) throw new AppError('locked');
}

/** Counts one wrong password; answers whether that locked the account or the address. */
export async function countFailure(attempt: Attempt): Promise<{ isLockedNow: boolean }> {
  const locked = await Promise.all(
    keysOf(attempt).map(async (key) => {
      const failures = await kv.increment(countKey(key), { ttlMs: LOCK_MS });
      if (failures < MAX_FAILURES) return false;
      // The instant is stored too: a key that outlives it by a moment no longer locks.
      await kv.set(lockKey(key), String(clock.now() + LOCK_MS), { ttlMs: LOCK_MS });
      await kv.delete(countKey(key));
      return true;
    }),
  );
  return { isLockedNow: locked.includes(true) };
}

/** A right password: the account starts afresh. The address does not, or one own account would let it try all others. */
export async function forgetFailures(attempt: Attempt): Promise<void> {
  await kv.delete(countKey(accountKey(attempt)));
}

/** The owner has proved otherwise who he or she is: the account can be used at once. */
export async function unlockAccount(attempt: Attempt): Promise<void> {
  const key = accountKey(attempt);
  await kv.delete(countKey(key));
  await kv.delete(lockKey(key));
}

const keysOf = (attempt: Attempt) => [accountKey(attempt), `${attempt.realm}:address:${attempt.address}`];
// What was typed may be an identity number: only its fingerprint is kept.
const accountKey = ({ realm, account }: Attempt) => `${realm}:account:${keyedIndex('sign-in', String(account))}`;
const countKey = (key: string) => `sign-in-failures:${key}`;
const lockKey = (key: string) => `sign-in-locked:${key}`;
