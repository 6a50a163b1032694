import { AppError } from '../../../errors.ts';
import { select, transaction } from '../../../platform/db/database.ts';
import { idRow } from '../../../platform/db/rows.ts';
import type { FirmActor } from '../../../actor.ts';
import { PaperOrder } from '../model.ts';
import { mayCancel } from '../orders/cancel-paper.ts';
import { giveUpAll } from '../orders/void-paper.ts';

/**
 * A firm needs none of the paper of a bulk order that has not gone to the printer; what was paid for it goes back in one
 * refund. Whoever calls has authorised the bulk order. Throws `wrong_state` when there is nothing to cancel.
 */
export async function cancelBulkPaper({ actor, bulkOrderId }: { actor: FirmActor; bulkOrderId: number }) {
  await transaction(async (t) => {
    const where = { bulkOrderId, state: ['awaiting_payment', 'to_print'] };
    const orders = [];
    for (const order of await PaperOrder.findAll({ where, order: ['id'], transaction: t, lock: t.LOCK.UPDATE })) {
      if (await mayCancel(order, t)) orders.push(order);
    }
    if (orders.length === 0) {
      throw new AppError('wrong_state', { message: '没有可以取消的纸质证明；已经开始打印的，如需取消请联系协会' });
    }
    await giveUpAll({ orders, by: actor, reason: '会员取消' }, t);
  });
}

/** Whether anything of a bulk order could be cancelled now. */
export async function mayCancelBulk(bulkOrderId: number): Promise<boolean> {
  const found = await select(
    idRow,
    `SELECT o.id FROM paper_orders o
     WHERE o.bulk_order_id = ? AND o.state IN ('awaiting_payment', 'to_print') AND NOT EXISTS (
       SELECT 1 FROM paper_copies k LEFT JOIN print_batch_copies b ON b.copy_id = k.id
       WHERE k.order_id = o.id AND (b.id IS NOT NULL OR k.printed_at IS NOT NULL)
     ) LIMIT 1`,
    [bulkOrderId],
  );
  return found.length > 0;
}
