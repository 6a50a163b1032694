import type { Transaction } from 'sequelize';
import { AuditChain } from './model.ts';

/** How many entries the chain has and the hash of the last, to be noted outside the database; null: none yet. */
export async function readAuditEnd(t?: Transaction): Promise<{ length: number; hash: string } | null> {
  const end = await AuditChain.findByPk(1, t ? { transaction: t } : {});
  return end && end.length > 0 ? { length: end.length, hash: end.hash } : null;
}
