/** What a share link still does; all but `open` show nothing but that. */
export const SHARE_STATES = {
  open: '有效',
  expired: '已到期',
  revoked: '已停止分享',
  used_up: '查看次数已用完',
  locked: '访问码错误过多，已停用',
} as const;
export type ShareState = keyof typeof SHARE_STATES;

/** Whom a link is for, as it is shown and logged: who forwards a certificate at one tap names nobody. */
export const recipientInWords = (recipient: string): string => recipient || '未注明接收方';
