import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { payables } from '../payable.ts';
import { closePayment } from './close-payment.ts';
import { Payment } from '../model.ts';
import { queryPayment } from './query-payment.ts';

const LOOK_AGAIN_MS = 5 * 60_000;

/**
 * Looks after an order whose notice may never come: asks, and closes what nobody paid within 30 minutes, or what is no
 * longer owed. Throws while WeChat Pay does not answer, so that the job is tried again.
 */
export async function settlePayment(paymentId: number): Promise<void> {
  const payment = await Payment.findByPk(paymentId, { rejectOnEmpty: true });
  if (payment.state !== 'created' && payment.state !== 'paying') return;
  const { isOwed } = payables.answer[payment.purpose];
  const isOver = payment.expiresAt <= clock.now() || !(await isOwed(payment.subjectId));
  if (isOver) await closePayment(paymentId);
  else if ((await queryPayment(payment)) !== 'paid') await lookAgain(payment);
}

async function lookAgain(payment: Payment): Promise<void> {
  const runAt = Math.min(clock.now() + LOOK_AGAIN_MS, payment.expiresAt);
  const dedupeKey = `payment:${payment.id}:${runAt}`;
  await transaction((t) => enqueue('settle-payment', { paymentId: payment.id }, { t, dedupeKey, runAt }));
}
