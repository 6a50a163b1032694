export const APPLICATION_STATES = {
  pending: '待审批',
  /** 退回补正: waits for its member, and not for a reviewer. */
  returned: '待补正',
  decided: '已审批',
  withdrawn: '已撤回',
  /** Not completed in time. */
  lapsed: '逾期关闭',
} as const;
export type ApplicationState = keyof typeof APPLICATION_STATES;

/** How far the document itself has come; `failed` means the staff must look (Jobs page) and can retry. */
export const ISSUE_STATES = {
  issuing: '制作中',
  /** Approved, and nothing can be signed at present. */
  waiting: '等待签名',
  issued: '已出具',
  failed: '制作失败',
} as const;
export type IssueState = keyof typeof ISSUE_STATES;

/** How a certificate stands now, the second answer of the verification page. */
export const CERTIFICATE_STANDINGS = {
  valid: '有效',
  revoked: '已撤销',
  replaced: '已被替换',
  expired: '已过有效期',
} as const;
export type CertificateStanding = keyof typeof CERTIFICATE_STANDINGS;

export const PICKUPS = { collect: '自取', mail: '邮寄' } as const;
export type Pickup = keyof typeof PICKUPS;
