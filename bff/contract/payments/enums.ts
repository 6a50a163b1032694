/** The vocabulary of payments: key in English, label as people read it. */

/** An order is created, then placed at WeChat Pay (`paying`), then paid, or closed after 30 minutes. */
export const PAYMENT_STATES = {
  created: '未支付',
  paying: '待支付',
  paid: '已支付',
  refunding: '退款中',
  refunded: '已退款',
  closed: '已关闭',
} as const;
export type PaymentState = keyof typeof PAYMENT_STATES;

/** How somebody pays: in the mini-program or inside WeChat, in a phone's browser, by a code on a PC. */
export const PAYMENT_CHANNELS = { jsapi: '微信内支付', h5: '手机浏览器支付', native: '扫码支付' } as const;
export type PaymentChannel = keyof typeof PAYMENT_CHANNELS;

export const REFUND_STATES = {
  awaiting_approval: '待复核',
  requested: '已提交',
  processing: '银行处理中',
  succeeded: '已退款',
  failed: '退款失败',
  declined: '未通过复核',
} as const;
export type RefundState = keyof typeof REFUND_STATES;

/** What does not agree between our books and WeChat Pay's. */
export const DIFFERENCE_KINDS = {
  missing_here: '微信有、本系统没有的支付',
  missing_there: '本系统有、微信没有的支付',
  amount: '支付金额不一致',
  refund_missing_here: '微信有、本系统没有的退款',
  refund_missing_there: '本系统有、微信没有的退款',
  refund_amount: '退款金额不一致',
  told_otherwise: '支付通知与订单不一致',
  paid_twice: '同一订单重复支付',
  refund_failed: '退款未成功',
} as const;
export type DifferenceKind = keyof typeof DIFFERENCE_KINDS;

/** The lines of AUDIT_ACTIONS about money. */
export const PAYMENT_AUDIT_ACTIONS = {
  'payment.started': '发起支付',
  'payment.paid': '支付成功',
  'receipt.issued': '开具缴费收据',
  'payment.closed': '关闭支付订单',
  'payment.reconciled': '核对微信支付账单',
  'payment.difference-resolved': '处理账单差异',
  'refund.requested': '申请退款',
  'refund.approved': '退款复核通过',
  'refund.declined': '退款复核未通过',
  'refund.succeeded': '退款成功',
  'refund.failed': '退款失败',
} as const;

/** What is paid for. */
export const PAYMENT_PURPOSES = {
  paper: '纸质证明',
  paper_bundle: '批量申请的纸质证明',
  activity: '活动报名费',
} as const;
export type PaymentPurpose = keyof typeof PAYMENT_PURPOSES;
