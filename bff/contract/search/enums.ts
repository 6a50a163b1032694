/** What the search in the head of the staff's pages finds. */
export const FOUND_KINDS = {
  application: '证明申请',
  firm: '律所',
  lawyer: '律师',
  ticket: '工单',
  activity: '活动',
  announcement: '通知公告',
  faq: '常见问题',
} as const;
export type FoundKind = keyof typeof FOUND_KINDS;

/** What members find, in this order. */
export const MEMBERS_FOUND_KINDS = {
  application: '我的证明',
  ticket: '我的工单',
  talk: '我的咨询',
  activity: '活动',
  announcement: '通知公告',
  faq: '常见问题',
} as const;
export type MembersFoundKind = keyof typeof MEMBERS_FOUND_KINDS;
