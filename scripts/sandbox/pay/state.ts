/** An order as WeChat Pay keeps it. */
export interface PayOrder {
  outTradeNo: string;
  tradeType: 'JSAPI' | 'MWEB' | 'NATIVE';
  appid: string;
  mchid: string;
  description: string;
  notifyUrl: string;
  total: number;
  /** The person it was made for; JSAPI only. */
  payerOpenid: string | null;
  /** What was asked, to notice a repetition with other words. */
  asked: string;
  prepayId: string;
  /** Opens the cashier: in the code of NATIVE, in the address of H5. */
  cashierKey: string;
  expiresAt: number;
  createdAt: number;
  state: 'NOTPAY' | 'SUCCESS' | 'CLOSED' | 'REFUND';
  transactionId: string | null;
  paidAt: number | null;
  paidBy: string | null;
}

export interface PayRefund {
  outRefundNo: string;
  outTradeNo: string;
  refundId: string;
  reason: string;
  notifyUrl: string | null;
  refund: number;
  total: number;
  status: 'PROCESSING' | 'SUCCESS' | 'CLOSED' | 'ABNORMAL';
  createdAt: number;
  successAt: number | null;
}

/** A notice and how often it was tried. */
export interface SentNotice {
  id: string;
  event: string;
  url: string;
  about: string;
  attempts: { at: number; result: string }[];
  isDone: boolean;
}
