import type { Transaction } from 'sequelize';
import type { MemberId } from '../../subject.ts';
import { memberOf } from './member-of.ts';
import { Account } from './model.ts';

/** Whose account it is and as it is called; null for none, one of the staff, and one that is closed. */
export async function findOpenMember(
  accountId: number,
  t: Transaction,
): Promise<{ member: MemberId; name: string } | null> {
  const account = await Account.findByPk(accountId, { transaction: t });
  if (!account || account.isClosed || account.kind === 'staff') return null;
  return { member: memberOf(account), name: account.name };
}
