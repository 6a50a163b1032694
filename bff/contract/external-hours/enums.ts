/** Where a claim of hours stands that were earned outside the association (activities.md, 学时: 校外学时申报). */
export const CLAIM_STATES = {
  waiting: '待审核',
  returned: '退回补正',
  accepted: '已认定',
  refused: '未认定',
  withdrawn: '已撤回',
  revoked: '认定已撤销',
} as const;
export type ClaimState = keyof typeof CLAIM_STATES;

/** What stands in the timeline of a claim. */
export const CLAIM_EVENTS = {
  submitted: '提交申报',
  returned: '退回补正',
  mended: '补正后重新提交',
  accepted: '已认定',
  refused: '未认定',
  withdrawn: '撤回申报',
  revoked: '学时记录已移除，认定撤销',
  mail_refused: '邮件未发送',
} as const;
export type ClaimEvent = keyof typeof CLAIM_EVENTS;

/** What staff decide. */
export const CLAIM_VERDICTS = { accept: '认定', return: '退回补正', refuse: '不予认定' } as const;
export type ClaimVerdict = keyof typeof CLAIM_VERDICTS;
