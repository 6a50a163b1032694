import type { PayAnswer } from './answer.ts';
import { callPay } from './call.ts';

export interface RefundRequest {
  outTradeNo: string;
  outRefundNo: string;
  refundFen: number;
  /** What the order was paid with. */
  totalFen: number;
  /** Shown to the payer; at most 80 bytes. */
  reason: string;
  notifyUrl: string;
}

/** A refund as answers tell it; in notices `status` is called `refund_status`. */
export interface Refund {
  refund_id: string;
  out_refund_no: string;
  out_trade_no: string;
  status: 'SUCCESS' | 'CLOSED' | 'PROCESSING' | 'ABNORMAL';
  amount: { total: number; refund: number };
  /** RFC 3339: when WeChat Pay took it. */
  create_time: string;
  success_time?: string;
}

/** Asks for money to go back. The same number with the same amount may be sent again. */
export function requestRefund(request: RefundRequest): Promise<PayAnswer<Refund>> {
  return callPay(({ library }) =>
    library.refunds({
      out_trade_no: request.outTradeNo,
      out_refund_no: request.outRefundNo,
      reason: request.reason,
      notify_url: request.notifyUrl,
      amount: { refund: request.refundFen, total: request.totalFen, currency: 'CNY' },
    }),
  );
}

/** How a refund stands. */
export function queryRefund(outRefundNo: string): Promise<PayAnswer<Refund>> {
  return callPay(({ library }) => library.find_refunds(outRefundNo));
}
