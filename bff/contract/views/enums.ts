/** What of a lawyer's data is looked at apart from the profile, as 谁看过我的信息 calls it. */
export const VIEWED_PARTS = {
  identity: '完整证件号码',
  identity_check: '核对证件号码',
  photo: '照片所附的证件',
} as const;
export type ViewedPart = keyof typeof VIEWED_PARTS;
