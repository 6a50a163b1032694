import { expect } from '@jest/globals';
import type { PaymentChannel } from '../../contract/payments/enums.ts';
import type { MemberActor } from '../../actor.ts';
import { Refund, type Payment } from '../../modules/payments/model.ts';
import { payableOf } from '../../modules/papers/orders/pay-paper.ts';
import { startPayment } from '../../modules/payments/paying/start-payment.ts';
import { eventually } from '../eventually.ts';
import { doDueWork } from '../office.ts';
import { owing } from '../factories/payable-papers.ts';
import type { OutsideWorld } from '../sandbox.ts';

/** Members who pay at WeChat Pay, and what it tells us then. */
export function payScene(outside: OutsideWorld) {
  const payAtWechat = (payment: Payment) => outside.command('pay', { person: 'zhiyuan', order: payment.outTradeNo });
  return {
    payAtWechat,
    /** Its notice is lost: nobody tells us. */
    async payUnheard(payment: Payment) {
      await outside.command('trouble', { where: 'notices', kind: 'drop', times: 1 });
      await payAtWechat(payment);
    },
    /** Paid, the notice received. */
    async paid(actor: MemberActor, copies = 2) {
      const { application, order } = await owing(actor, copies);
      const { payment } = await begin(actor, application.id);
      await payAtWechat(payment);
      await becomes(payment, 'paid');
      return { application, order, payment };
    },
    /** A refund is sent, and the bank does its part. */
    async arrives(refund: Refund) {
      await doDueWork();
      expect((await refund.reload()).state).toBe('processing');
      await outside.command('refund', { refund: refund.outRefundNo });
      await eventually(async () => expect((await refund.reload()).state).toBe('succeeded'));
    },
  };
}

export const begin = (
  actor: MemberActor,
  applicationId: number,
  more: Partial<Parameters<typeof startPayment>[0]> = {},
) =>
  payableOf({ actor, applicationId }).then((payable) =>
    startPayment({
      // By QR code: nobody asks which WeChat opened the session.
      actor: { ...actor, sessionId: 0 },
      payable,
      channel: 'native' as PaymentChannel,
      code: undefined,
      address: HOME,
      ...more,
    }),
  );
const HOME = '203.0.113.9';

export const becomes = (payment: Payment, state: string) =>
  eventually(async () => expect((await payment.reload()).state).toBe(state));

/** The code of what a refusal was, null when there was none. */
export const refused = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code?: string }) => error.code,
  );

/** The latest refund of a payment. */
export const refundOf = (payment: Payment) =>
  Refund.findOne({ where: { paymentId: payment.id }, order: [['id', 'DESC']], rejectOnEmpty: true });
