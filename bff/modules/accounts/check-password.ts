import { createHash, timingSafeEqual } from 'node:crypto';
import { toHalfWidth } from '../../contract/text.ts';
import { verifyPassword } from '../../platform/crypto/password.ts';
import { networkOf } from '../../platform/network.ts';
import { readInitialPassword } from '../registry/read-initial-password.ts';
import type { Account } from './model.ts';

/**
 * Whether `password` opens `account`. Takes as long without an account as with one. A member who never set a password
 * has no hash: the initial one (members.md, Signing in) is worked out from the sealed registry data, so that six digits
 * of an identity number are stored nowhere, not even hashed. Throws `too_many_requests` when `address` has a line waiting.
 */
export async function checkPassword(account: Account | null, password: string, address: string): Promise<boolean> {
  const matchesHash = await verifyPassword(password, account?.passwordHash ?? undefined, networkOf(address));
  if (!account || account.kind === 'staff' || account.passwordHash !== null) return matchesHash;
  const initial = await readInitialPassword({ firmId: account.firmId, lawyerId: account.lawyerId });
  return initial !== null && isSame(toHalfWidth(password).trim(), initial);
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

const digest = (text: string) => createHash('sha256').update(text).digest();
