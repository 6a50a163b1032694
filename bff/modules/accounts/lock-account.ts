import type { Transaction } from 'sequelize';
import { findRows } from '../../platform/db/prepared.ts';
import { Account } from './model.ts';

/** Locks an account, so that what is counted of it stays so until the commit. After firms and lawyers. */
export async function lockAccount(id: number, t: Transaction): Promise<void> {
  const [account] = await findRows(Account, { id }, t, t.LOCK.UPDATE);
  if (!account) throw new Error(`there is no account ${id}`);
}
