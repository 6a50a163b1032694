import { clock } from '../../platform/clock/clock.ts';
import { verifyPassword } from '../../platform/crypto/password.ts';
import { networkOf } from '../../platform/network.ts';
import type { Account } from '../accounts/model.ts';

/**
 * Whether `password` opens `account`. Takes as long without an account, with one that nobody has activated, or with a
 * temporary password that is too old, as with one that is good. Throws `too_many_requests` when `address` has a line
 * waiting.
 */
export async function checkPassword(account: Account | null, password: string, address: string): Promise<boolean> {
  const isRight = await verifyPassword(password, account?.passwordHash ?? undefined, networkOf(address));
  return isRight && account !== null && !isOver(account);
}

const isOver = ({ isTemporary, temporaryUntil }: Account) =>
  isTemporary && temporaryUntil !== null && temporaryUntil <= clock.now();
