import { kv } from '../../../platform/kv/kv.ts';
import { log } from '../../../platform/log/log.ts';
import { readNotice, type Notice, type NoticeFault } from '../../../platform/wechat-pay/read-notice.ts';
import { SKEW_MS } from '../../../platform/wechat-pay/verify-signature.ts';
import { instantOf } from '../books/instant-of.ts';
import { recordPayment } from './record-payment.ts';
import { recordRefund } from '../refunds/record-refund.ts';

/** What became of a notice; all but the first two make WeChat Pay say it again. */
export type NoticeVerdict = 'taken' | 'of no concern' | 'replayed' | 'not ours' | NoticeFault;

/**
 * Takes a notice of WeChat Pay: believes it only when WeChat Pay signed exactly these bytes lately and encrypted them
 * for us, and when order, merchant, app and amount are those of our own books.
 */
export async function receiveNotice({
  rawBody,
  header,
}: {
  rawBody: string;
  /** '' for a header that is not there. */
  header: (name: string) => string;
}): Promise<NoticeVerdict> {
  const answer = await readNotice(rawBody, header);
  if (!answer.ok) {
    log.warn({ fault: answer.fault }, 'a notice that is not WeChat Pay’s');
    return answer.fault;
  }
  if (await isCopy(answer.notice)) return 'replayed';
  try {
    const verdict = await take(answer.notice);
    if (verdict === 'not ours') log.error({ id: answer.notice.id }, 'a notice about what is not in our books');
    return verdict;
  } catch (error) {
    // Not taken after all: the next one like it is no copy.
    await kv.delete(keyOf(answer.notice)).catch(() => undefined);
    throw error;
  }
}

const keyOf = ({ nonce }: Notice) => `pay-notice:${nonce}`;

/**
 * A repetition of WeChat Pay has a signature of its own; the same one twice is somebody's copy. Only a first fence: what
 * is written is decided by the books, under their lock.
 */
async function isCopy(notice: Notice): Promise<boolean> {
  try {
    return (await kv.increment(keyOf(notice), { ttlMs: 2 * SKEW_MS })) > 1;
  } catch {
    return false;
  }
}

async function take(notice: Notice): Promise<NoticeVerdict> {
  if (notice.kind === 'other') return 'of no concern';
  if (notice.kind === 'refund') {
    const { mchid, out_trade_no, out_refund_no, amount, refund_status, refund_id } = notice.refund;
    const outcome = await recordRefund({
      mchid,
      outTradeNo: out_trade_no,
      outRefundNo: out_refund_no,
      amountFen: amount.refund,
      totalFen: amount.total,
      status: refund_status,
      refundId: refund_id,
    });
    return outcome === 'recorded' || outcome === 'known' ? 'taken' : 'not ours';
  }
  const { appid, mchid, out_trade_no, trade_state, transaction_id, amount, success_time } = notice.payment;
  const judgement = await recordPayment({
    appid,
    mchid,
    outTradeNo: out_trade_no,
    tradeState: trade_state,
    transactionId: transaction_id,
    amountFen: amount.total,
    currency: amount.currency,
    paidAt: instantOf(success_time),
  });
  return judgement === 'differs' || judgement === 'paid_twice' || judgement === 'unknown' ? 'not ours' : 'taken';
}
