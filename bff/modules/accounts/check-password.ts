import { verifyPassword } from '../../platform/crypto/password.ts';
import { networkOf } from '../../platform/network.ts';
import type { Account } from './model.ts';

/**
 * Whether `password` opens `account`. Takes as long without an account, or with one that nobody has activated, as with
 * one that has a password. Throws `too_many_requests` when `address` has a line waiting.
 */
export async function checkPassword(account: Account | null, password: string, address: string): Promise<boolean> {
  return verifyPassword(password, account?.passwordHash ?? undefined, networkOf(address));
}
