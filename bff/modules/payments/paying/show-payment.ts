import { clock } from '../../../platform/clock/clock.ts';
import { kv } from '../../../platform/kv/kv.ts';
import { log } from '../../../platform/log/log.ts';
import type { PaidFor } from '../payable.ts';
import { Payment, Refund } from '../model.ts';
import { queryPayment } from './query-payment.ts';

/** A page that waits asks every two seconds; WeChat Pay is asked this often, ms, however many wait. */
const ASK_EVERY_MS = 4_000;

export interface ShownPayment {
  payment: Payment;
  /** The first one first. */
  refunds: Refund[];
}

/**
 * The payment for something: the one with money in it, otherwise the latest; null when none was begun. Whoever names it
 * has authorised it.
 */
export async function showPayment({ purpose, subjectId }: PaidFor): Promise<ShownPayment | null> {
  const where = { purpose, subjectId };
  const all = await Payment.findAll({ where, order: [['id', 'DESC']] });
  const payment = all.find(({ transactionId }) => transactionId !== null) ?? all[0];
  if (!payment) return null;
  if (payment.state === 'paying' && payment.expiresAt > clock.now()) await lookNow(payment);
  const refunds = await Refund.findAll({ where: { paymentId: payment.id }, order: [['id', 'ASC']] });
  return { payment, refunds };
}

/** A notice may be slow or lost; while WeChat Pay is silent we say what we know. */
async function lookNow(payment: Payment): Promise<void> {
  try {
    if ((await kv.increment(`ask-payment:${payment.id}`, { ttlMs: ASK_EVERY_MS })) !== 1) return;
    await queryPayment(payment);
    await payment.reload();
  } catch (error) {
    log.warn({ err: error }, 'a payment was not looked at');
  }
}
