/** The vocabulary of paper copies: key in English, label as members know it. */

/** Where a paper order stands (certificates.md, Paper). */
export const PAPER_STATES = {
  awaiting_payment: '待缴费',
  to_print: '待打印',
  to_collect: '待领取',
  to_mail: '待寄出',
  mailed: '已寄出',
  completed: '已完成',
  voided: '已作废',
} as const;
export type PaperState = keyof typeof PAPER_STATES;

/** How a paper order was paid; `free` never waited for a payment. */
export const PAPER_PAYMENTS = { free: '免费', counter: '线下缴费', wechat: '微信支付' } as const;
export type PaperPayment = keyof typeof PAPER_PAYMENTS;

export const PAPER_COPY_STATES = { valid: '有效', voided: '已作废' } as const;
export type PaperCopyState = keyof typeof PAPER_COPY_STATES;

/** How far the file of a print batch has come. */
export const PRINT_BATCH_STATES = { making: '制作中', made: '已制作', failed: '制作失败' } as const;
export type PrintBatchState = keyof typeof PRINT_BATCH_STATES;

/** The lines of TIMELINE_EVENTS about paper. */
export const PAPER_EVENTS = {
  paper_paid: '纸质证明费用已缴',
  paper_ready: '纸质证明待领取',
  paper_packed: '纸质证明待寄出',
  paper_mailed: '纸质证明已寄出',
  paper_collected: '纸质证明已领取',
  paper_delivered: '纸质证明已签收',
  paper_voided: '纸质证明已作废',
  paper_refunded: '纸质证明费用已退回',
  paper_reprinting: '纸质证明补印',
} as const;

/** Part of AUDIT_ACTIONS. */
export const PAPER_AUDIT_ACTIONS = {
  'paper.paid': '登记纸质证明缴费',
  'paper.printed': '标记纸质证明已打印',
  'paper.handed-over': '登记纸质证明领取',
  'paper.mailed': '登记纸质证明寄出',
  'paper.delivered': '登记纸质证明签收',
  'paper.voided': '作废纸质证明',
  'paper.copy-voided': '作废一份纸质证明',
  'paper.carried-over': '纸质证明随更正重新打印',
  'paper.batch-ordered': '制作打印文件',
  'paper.labels-printed': '打印邮寄地址',
} as const;
