import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { PaperOrder } from '../model.ts';
import { stateAfter, type PaperAct } from '../rules.ts';

type Changes = Partial<
  Pick<PaperOrder, 'payment' | 'paidAt' | 'receiptNo' | 'courier' | 'trackingNo' | 'collectedBy' | 'voidReason'>
>;

/**
 * Takes an order one step on, if it still stands where it was read. Throws `wrong_state` when the step does not exist
 * and `changed_meanwhile` when somebody else was faster.
 */
export async function moveOrder(
  order: PaperOrder,
  act: PaperAct,
  changes: Changes,
  t: Transaction,
): Promise<PaperOrder['state']> {
  const state = stateAfter(act, order);
  if (state === null) throw new AppError('wrong_state');
  const [rows] = await PaperOrder.update(
    { ...changes, state, stateSince: clock.now() },
    { where: { id: order.id, state: order.state }, transaction: t },
  );
  if (rows === 0) throw new AppError('changed_meanwhile');
  return state;
}
