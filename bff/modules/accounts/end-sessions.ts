import type { Transaction } from 'sequelize';
import { Session } from './model.ts';

/** Ends sessions by id, in the transaction of what they were opened by. */
export async function endSessions({ ids }: { ids: number[] }, t: Transaction): Promise<void> {
  if (ids.length > 0) await Session.destroy({ where: { id: ids }, transaction: t });
}
