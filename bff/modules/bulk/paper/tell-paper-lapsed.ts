import type { Transaction } from 'sequelize';
import type { Events } from '../../../events.ts';
import { BulkOrder } from '../model.ts';
import { tellFirm } from '../tell-firm.ts';

/** Tells a firm of paper of a bulk order that it has not paid for in time. Follows `bulk-paper.lapsed`. */
export async function tellPaperLapsed(
  { bulkOrderId, orders }: Events['bulk-paper.lapsed'],
  t: Transaction,
): Promise<void> {
  const order = await BulkOrder.findByPk(bulkOrderId, { transaction: t, rejectOnEmpty: true });
  await tellFirm(order, { event: 'bulk_paper_lapsed', facts: { orders: String(orders) } }, t);
}
