import type { InSession, MemberActor } from '../../../actor.ts';
import type { PayableReply, PaymentDetail } from '../../../contract/payments/endpoints.ts';
import type { PaymentChannel } from '../../../contract/payments/enums.ts';
import type { Payable } from '../../payments/payable.ts';
import { readReceiptFor } from '../../payments/receipts/read-receipt.ts';
import { showOwnPayment, startOwnPayment } from '../../payments/paying/own-payment.ts';
import { readPayablePaper } from './read-payable-paper.ts';

interface Own {
  actor: MemberActor;
  applicationId: number;
}

/** Lets a member pay for the paper copies of an application. Throws `not_found`, and as `startOwnPayment`. */
export async function payPaper(
  asked: Own & { actor: InSession; channel: PaymentChannel; code: string | undefined; address: string },
): Promise<PayableReply> {
  const { actor, applicationId, channel, code, address } = asked;
  const payable = await payableOf({ actor, applicationId });
  return startOwnPayment({ actor, payable, channel, code, address });
}

/** What a member owes for the paper copies of an application. Throws `not_found`, `wrong_state` when nothing is owed. */
export async function payableOf({ actor, applicationId }: Own): Promise<Payable> {
  const { orderId, number, totalFen } = await readPayablePaper({ actor, applicationId });
  return {
    purpose: 'paper',
    subjectId: orderId,
    totalFen,
    description: `纸质证明费用 ${number}`,
    page: `application?id=${applicationId}`,
  };
}

/** How far the payment for the paper copies of an application has come; null: none was begun. Throws `not_found`. */
export async function showPaperPayment(own: Own): Promise<PaymentDetail | null> {
  return showOwnPayment(await paidForOf(own));
}

/** The receipt of what a member has paid. Throws `not_found`, and `wrong_state` for what was not paid or is back. */
export async function readPaperReceipt(own: Own) {
  return readReceiptFor(await paidForOf(own));
}

/** By order: when a certificate is replaced, its paper order goes on under the new application. */
async function paidForOf(own: Own) {
  const { orderId } = await readPayablePaper(own, 'whatever its state');
  return { purpose: 'paper', subjectId: orderId } as const;
}
