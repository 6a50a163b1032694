import type { Transaction } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import { endOnlinePayment } from './end-online-payment.ts';
import type { PaidFor } from '../payable.ts';
import { Payment, Refund } from '../model.ts';
import { giveBackRest, giveBackSome } from '../refunds/request-refund.ts';

/** WeChat Pay shows 80 bytes to the payer: twenty characters, whatever they are. */
const REASON_LENGTH = 20;

/**
 * Something is given up: what is left of its payment goes back, and nobody can pay any more. A refund that still
 * waits for its second person is overtaken: the system gives back everything anyway. In the transaction that holds its
 * lock.
 */
export async function giveBack(
  { purpose, subjectId, reason }: PaidFor & { reason: string },
  t: Transaction,
): Promise<void> {
  await endOnlinePayment({ purpose, subjectId }, t);
  const where = { purpose, subjectId, state: ['paid', 'refunding'] };
  for (const payment of await Payment.findAll({ where, transaction: t, lock: t.LOCK.UPDATE })) {
    await Refund.update(
      { state: 'declined', decidedByName: '系统（订单作废，全部退回）', finishedAt: clock.now() },
      { where: { paymentId: payment.id, state: 'awaiting_approval' }, transaction: t },
    );
    await giveBackRest({ payment, reason: shortOf(reason) }, t);
  }
}

/**
 * A part of what was paid in one sum is given up: so much of it goes back, the rest stays. A payment that was begun for
 * the whole sum ends. In the transaction that holds its lock.
 */
export async function giveBackPart(
  { purpose, subjectId, amountFen, reason }: PaidFor & { amountFen: number; reason: string },
  t: Transaction,
): Promise<void> {
  await endOnlinePayment({ purpose, subjectId }, t);
  const where = { purpose, subjectId, state: ['paid', 'refunding'] };
  for (const payment of await Payment.findAll({ where, transaction: t, lock: t.LOCK.UPDATE })) {
    await giveBackSome({ payment, amountFen, reason: shortOf(reason) }, t);
  }
}

const shortOf = (reason: string) => [...reason].slice(0, REASON_LENGTH).join('') || '订单已作废';
