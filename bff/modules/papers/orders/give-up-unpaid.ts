import type { Transaction } from 'sequelize';
import { Op } from 'sequelize';
import { publish } from '../../../events.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { tellApplicant } from '../../certificates/reading/tell-applicant.ts';
import { PaperOrder } from '../model.ts';
import { giveUpAll } from './void-paper.ts';

/** What the member and the log read. */
const REASON = '逾期未缴费';

/**
 * Gives up paper that nobody has paid for in time, and tells its member; of a bulk order everything whose time is over, in
 * one message. The certificate stands. What was paid, given up or opened anew meanwhile stays as it is; a payment that
 * arrives later goes back by itself.
 */
export async function giveUpUnpaid({ orderId }: { orderId: number }): Promise<void> {
  await transaction(async (t) => {
    const named = await PaperOrder.findByPk(orderId, { transaction: t, rejectOnEmpty: true });
    const { bulkOrderId } = named;
    const orders = await PaperOrder.findAll({
      where: {
        ...(bulkOrderId === null ? { id: orderId } : { bulkOrderId }),
        state: 'awaiting_payment',
        payUntil: { [Op.lte]: clock.now() },
      },
      order: ['id'],
      transaction: t,
      lock: t.LOCK.UPDATE,
    });
    if (orders.length === 0) return;
    await giveUpAll({ orders, by: null, reason: REASON }, t);
    if (bulkOrderId === null) await tellEach(orders, t);
    else await publish('bulk-paper.lapsed', { bulkOrderId, orders: orders.length }, t);
  });
}

async function tellEach(orders: readonly PaperOrder[], t: Transaction): Promise<void> {
  for (const { applicationId } of orders) await tellApplicant({ event: 'paper_lapsed', applicationId }, t);
}
