import type { Transaction } from 'sequelize';
import type { Events } from '../../events.ts';
import { tellIssued } from '../certificates/issued/tell-issued.ts';
import { BulkOrder } from './model.ts';

/**
 * Whatever is issued after the firm heard of its bulk order is told by itself; before, together with the others. The
 * order is locked, so that what is issued meanwhile is either counted there or told here. Follows `certificate.issued`.
 */
export async function tellLate(
  { applicationId, bulkOrderId }: Events['certificate.issued'],
  t: Transaction,
): Promise<void> {
  if (bulkOrderId === null) return;
  const order = await BulkOrder.findByPk(bulkOrderId, { transaction: t, lock: t.LOCK.UPDATE, rejectOnEmpty: true });
  if (order.toldAt !== null) await tellIssued({ applicationId }, t);
}
