/** Which certificates a round of self-audit reads: each night a part of them, or all. */
export const SELF_AUDIT_SCOPES = { share: '每夜自检', all: '全部检查' } as const;
export type SelfAuditScope = keyof typeof SELF_AUDIT_SCOPES;

export const SELF_AUDIT_FAULTS = {
  missing: '文件丢失',
  altered: '文件被改动',
  signature: '签名无效',
  facts: '记录不符',
  record: '与操作日志不符',
  vanished: '证明记录被删除',
  log: '操作日志被改动',
  orphan: '多余的文件',
} as const;
export type SelfAuditFaultKind = keyof typeof SELF_AUDIT_FAULTS;
