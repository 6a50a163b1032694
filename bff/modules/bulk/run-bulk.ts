import type { Transaction } from 'sequelize';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import type { FirmActor } from '../../actor.ts';
import { submitApplication } from '../certificates/applying/submit-application.ts';
import { BulkItem, BulkOrder } from './model.ts';
import { tellBulkLater } from './tell-bulk.ts';

/**
 * Submits the applications of a bulk order one by one, each as if the firm had done it by hand, in a transaction of its
 * own. It may be interrupted anywhere and run again, even twice at once: every item has a key of its own, so that no
 * lawyer gets two. What a lawyer's application is refused is noted with the reason and stops none of the others.
 */
export async function runBulk(orderId: number, signal?: AbortSignal): Promise<void> {
  const order = await BulkOrder.findByPk(orderId, { rejectOnEmpty: true });
  for (;;) {
    signal?.throwIfAborted();
    const item = await BulkItem.findOne({ where: { orderId, state: 'waiting' }, order: ['position'] });
    if (!item) break;
    await submitItem(order, item);
  }
  await transaction((t) => finish(orderId, t));
}

/** Nothing of the order waits any more: the firm is told once the letters are made. */
async function finish(orderId: number, t: Transaction): Promise<void> {
  const where = { id: orderId, finishedAt: null };
  const [rows] = await BulkOrder.update({ finishedAt: clock.now() }, { where, transaction: t });
  if (rows > 0) await tellBulkLater(orderId, 1, t);
}

async function submitItem(order: BulkOrder, { id, lawyerId }: BulkItem): Promise<void> {
  const { firmId, accountId, accountName: name, address } = order;
  const actor: FirmActor = { kind: 'firm', firmId, accountId, name, address };
  const where = { id, state: 'waiting' };
  try {
    const content = { ...order.content, lawyerIds: [lawyerId] };
    // Members' keys have no colon: nobody can take this one first.
    const idempotencyKey = `bulk:${order.id}:${id}`;
    const applicationId = await submitApplication({
      actor,
      content,
      idempotencyKey,
      bulkOrderId: order.id,
      prices: pricesOf(order),
    });
    await BulkItem.update({ state: 'submitted', applicationId }, { where });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const reason = Object.values(error.fields ?? {})[0] ?? error.message;
    await BulkItem.update({ state: 'failed', reason }, { where });
  }
}

const pricesOf = ({ copyFeeFen, postageFen }: BulkOrder) =>
  copyFeeFen === null || postageFen === null ? undefined : { copyFeeFen, postageFen };

/** The last attempt failed: what was not submitted never will be, and says so. */
export async function markBulkFailed(orderId: number, t: Transaction): Promise<void> {
  const reason = '系统未能提交，请单独申请或联系协会';
  await BulkItem.update({ state: 'failed', reason }, { where: { orderId, state: 'waiting' }, transaction: t });
  await finish(orderId, t);
}
