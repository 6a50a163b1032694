/** Background work: its names as staff read them, and how far it has come. */

/** Background work, as staff read it (任务). */
export const JOB_LABELS = {
  'issue-certificate': '制作证明',
  'send-message': '发送通知',
  'tell-by-wechat': '发送微信订阅消息',
  'run-bulk-order': '提交批量申请',
  'tell-bulk-order': '通知批量申请的结果',
  'make-print-batch': '制作打印文件',
  'seal-audit': '固化操作日志',
  'start-self-audit': '开始每夜自检',
  'run-self-audit': '自检已出具的证明',
  'remove-unbound-file': '清理未使用的附件',
  'send-reset-code': '发送重设密码验证码',
  'send-activation-text': '发送开通账号验证码',
  'settle-payment': '查询支付结果',
  'advance-refund': '办理退款',
  'reconcile-bill': '核对微信支付账单',
} as const;
export type JobName = keyof typeof JOB_LABELS;

export const JOB_STATES = { ready: '待执行', done: '已完成', dead: '需处理' } as const;
export type JobState = keyof typeof JOB_STATES;
