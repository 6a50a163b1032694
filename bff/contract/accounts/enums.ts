export const ROLES = {
  reviewer: '审核',
  registrar: '会员管理',
  events: '活动',
  service: '客服',
  finance: '财务',
  administrator: '管理员',
} as const;
export type Role = keyof typeof ROLES;
