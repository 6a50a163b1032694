import type { Transaction } from 'sequelize';
import { select } from '../../platform/db/database.ts';
import { BulkOrder } from './model.ts';

/**
 * Whether the firm will hear of an application together with the others of its bulk order: as long as that has not been
 * told. The order is locked, so that what is issued meanwhile is either counted there or told by itself.
 */
export async function isToldTogether(applicationId: number, t: Transaction): Promise<boolean> {
  const [row] = await select<{ bulkOrderId: number | null }>(
    'SELECT bulk_order_id AS bulkOrderId FROM applications WHERE id = ?',
    [applicationId],
    t,
  );
  if (!row || row.bulkOrderId === null) return false;
  const order = await BulkOrder.findByPk(row.bulkOrderId, { transaction: t, lock: t.LOCK.UPDATE, rejectOnEmpty: true });
  return order.toldAt === null;
}
