import type { PayableReply, PaymentDetail } from '../../../contract/payments/endpoints.ts';
import type { PaidFor } from '../payable.ts';
import { presentOwnPayment, presentPayment } from '../present.ts';
import { showPayment } from './show-payment.ts';
import { startPayment } from './start-payment.ts';

/** The payment for something as its member sees it; null: none was begun. Whoever names it has authorised it. */
export async function showOwnPayment(paidFor: PaidFor): Promise<PaymentDetail | null> {
  const shown = await showPayment(paidFor);
  return shown && presentOwnPayment(shown);
}

/** `startPayment`, as the member's client gets it. */
export async function startOwnPayment(asked: Parameters<typeof startPayment>[0]): Promise<PayableReply> {
  const { payment, pay } = await startPayment(asked);
  return { ...presentPayment(payment), pay };
}
