import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import type { PayAnswer } from '../../../platform/wechat-pay/answer.ts';
import { queryRefund, requestRefund, type Refund as ToldRefund } from '../../../platform/wechat-pay/refunds.ts';
import { instantOf } from '../books/instant-of.ts';
import { Payment, Refund } from '../model.ts';
import { noticeUrl } from '../books/notice-url.ts';
import { recordRefund } from './record-refund.ts';

/**
 * Asks WeChat Pay for a refund that was agreed to, or how it stands. Sending it again is harmless: the number is the
 * same. Throws while WeChat Pay does not answer, so that the job is tried again.
 */
export async function advanceRefund(refundId: number): Promise<void> {
  const refund = await Refund.findByPk(refundId, { rejectOnEmpty: true });
  if (refund.state !== 'requested' && refund.state !== 'processing') return;
  const payment = await Payment.findByPk(refund.paymentId, { rejectOnEmpty: true });
  const answer = refund.state === 'requested' ? await send(refund, payment) : await queryRefund(refund.outRefundNo);
  if (answer.ok) {
    await noteSent(refund, answer.value);
    await recordRefund({ ...toldOf(answer.value), mchid: payment.mchid });
    return;
  }
  if (answer.fault !== 'refused' && answer.fault !== 'not_found') {
    throw new Error(`WeChat Pay: ${answer.fault} ${answer.code}`);
  }
  await recordRefund({
    mchid: payment.mchid,
    outTradeNo: payment.outTradeNo,
    outRefundNo: refund.outRefundNo,
    refundId: null,
    amountFen: refund.amountFen,
    totalFen: payment.amountFen,
    status: 'CLOSED',
    error: `${answer.code} ${answer.message}`,
  });
}

/**
 * Sends it. A refusal is believed only when WeChat Pay does not know the refund: an earlier attempt whose answer was
 * lost may have arrived, and money must not go back twice.
 */
async function send(refund: Refund, payment: Payment): Promise<PayAnswer<ToldRefund>> {
  const answer = await requestRefund({
    outTradeNo: payment.outTradeNo,
    outRefundNo: refund.outRefundNo,
    refundFen: refund.amountFen,
    totalFen: payment.amountFen,
    reason: refund.reason,
    notifyUrl: noticeUrl(),
  });
  if (answer.ok || answer.fault !== 'refused') return answer;
  const asked = await queryRefund(refund.outRefundNo);
  return !asked.ok && asked.fault === 'not_found' ? answer : asked;
}

const toldOf = ({ out_trade_no, out_refund_no, refund_id, status, amount }: ToldRefund) => ({
  outTradeNo: out_trade_no,
  outRefundNo: out_refund_no,
  refundId: refund_id,
  status,
  amountFen: amount.refund,
  totalFen: amount.total,
});

/** The bill lists it under the day on which WeChat Pay took it. */
async function noteSent(refund: Refund, told: ToldRefund): Promise<void> {
  if (refund.sentAt) return;
  const sentAt = instantOf(told.create_time) ?? clock.now();
  await transaction((t) => refund.update({ sentAt }, { transaction: t }));
}
