import { AppError } from '../../../errors.ts';
import { queryTransaction } from '../../../platform/wechat-pay/transactions.ts';
import { instantOf } from '../books/instant-of.ts';
import type { Payment } from '../model.ts';
import { recordPayment } from './record-payment.ts';
import type { Judgement } from '../rules.ts';

/**
 * Asks WeChat Pay how an order stands and takes the answer into our books, compared like a notice. Throws `unavailable`
 * while it does not answer; `unplaced`: WeChat Pay does not know the order.
 */
export async function queryPayment(payment: Payment): Promise<Judgement | 'unknown' | 'unplaced'> {
  const answer = await queryTransaction(payment.outTradeNo);
  if (!answer.ok && answer.fault === 'not_found') return 'unplaced';
  if (!answer.ok) throw new AppError('unavailable');
  const { appid, mchid, out_trade_no, trade_state, transaction_id, amount, success_time } = answer.value;
  // Signed, but an answer about another order.
  if (out_trade_no !== payment.outTradeNo) return 'differs';
  return recordPayment({
    appid,
    mchid,
    outTradeNo: out_trade_no,
    tradeState: trade_state,
    transactionId: transaction_id,
    amountFen: amount?.total,
    currency: amount?.currency,
    paidAt: instantOf(success_time),
  });
}
