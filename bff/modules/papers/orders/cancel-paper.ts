import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { select, transaction } from '../../../platform/db/database.ts';
import { idRow } from '../../../platform/db/rows.ts';
import type { MemberActor } from '../../../actor.ts';
import { PaperOrder } from '../model.ts';
import { readPayablePaper } from './read-payable-paper.ts';
import { giveUp } from './void-paper.ts';

/**
 * The member needs no paper copies any more; what was paid for them goes back. Throws `not_found`, and `wrong_state` once
 * they have gone to the printer: then the office has had its expense, and decides.
 */
export async function cancelPaper({ actor, applicationId }: { actor: MemberActor; applicationId: number }) {
  const { orderId } = await readPayablePaper({ actor, applicationId }, 'whatever its state');
  await transaction(async (t) => {
    const order = await PaperOrder.findByPk(orderId, { transaction: t, lock: t.LOCK.UPDATE, rejectOnEmpty: true });
    if (!(await mayCancel(order, t))) {
      throw new AppError('wrong_state', { message: '纸质证明已经开始打印，如需取消请联系协会' });
    }
    await giveUp({ order, by: actor, reason: '会员取消' }, t);
  });
}

/** Whether nothing of an order has gone to the printer yet. */
export async function mayCancel(order: Pick<PaperOrder, 'id' | 'state'>, t?: Transaction): Promise<boolean> {
  if (order.state !== 'awaiting_payment' && order.state !== 'to_print') return false;
  const begun = await select(
    idRow,
    `SELECT k.id FROM paper_copies k LEFT JOIN print_batch_copies b ON b.copy_id = k.id
     WHERE k.order_id = ? AND (b.id IS NOT NULL OR k.printed_at IS NOT NULL) LIMIT 1`,
    [order.id],
    t,
  );
  return begun.length === 0;
}
