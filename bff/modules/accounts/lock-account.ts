import type { Transaction } from 'sequelize';
import { Account } from './model.ts';

/** Locks an account, so that what is counted of it stays so until the commit. After firms and lawyers. */
export async function lockAccount(id: number, t: Transaction): Promise<void> {
  await Account.findByPk(id, { attributes: ['id'], transaction: t, lock: t.LOCK.UPDATE, rejectOnEmpty: true });
}
