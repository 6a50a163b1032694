import type { Transaction } from 'sequelize';
import { toYuan } from '../../../contract/text.ts';
import type { Events } from '../../../events.ts';
import { BulkOrder } from '../model.ts';
import { tellFirm } from '../tell-firm.ts';

/** Tells a firm of money that is back for the paper of a bulk order. Follows `bulk-paper.refunded`. */
export async function tellPaperRefund(
  { bulkOrderId, amountFen }: Events['bulk-paper.refunded'],
  t: Transaction,
): Promise<void> {
  const order = await BulkOrder.findByPk(bulkOrderId, { transaction: t, rejectOnEmpty: true });
  await tellFirm(order, { event: 'bulk_paper_refunded', facts: { amount: `${toYuan(amountFen)}元` } }, t);
}
