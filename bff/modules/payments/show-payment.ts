import { clock } from '../../platform/clock/clock.ts';
import { kv } from '../../platform/kv/kv.ts';
import { log } from '../../platform/log/log.ts';
import type { MemberActor } from '../accounts/actor.ts';
import { readPayablePaper } from '../papers/read-payable-paper.ts';
import { Payment } from './model.ts';
import { queryPayment } from './query-payment.ts';

/** A page that waits asks every two seconds; WeChat Pay is asked this often, ms, however many wait. */
const ASK_EVERY_MS = 4_000;

/** The latest payment of an application of the actor's own; null when none was begun. Throws `not_found`. */
export async function showPayment(asked: { actor: MemberActor; applicationId: number }): Promise<Payment | null> {
  const { orderId } = await readPayablePaper(asked, 'whatever its state');
  // By order: when a certificate is replaced, its paper order goes on under the new application.
  const where = { purpose: 'paper', subjectId: orderId } as const;
  const payment = await Payment.findOne({ where, order: [['id', 'DESC']] });
  const isWaiting = payment?.state === 'paying' && payment.expiresAt > clock.now();
  if (!payment || !isWaiting) return payment;
  if ((await kv.increment(`ask-payment:${payment.id}`, { ttlMs: ASK_EVERY_MS })) === 1) {
    // A notice may be slow or lost; while WeChat Pay is silent we say what we know.
    await queryPayment(payment).catch((error: unknown) => log.warn({ err: error }, 'a payment was not looked at'));
    await payment.reload();
  }
  return payment;
}
