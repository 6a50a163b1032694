import { ROLES, type Role } from '../accounts/enums.ts';

/**
 * Roles whose word counts as one of two: finance agrees to refunds, 会员管理 to changed contacts, 客服 asks for a member's
 * way back in, an administrator agrees to everything. Who gets them, and how they get in, takes two persons as well, or one
 * person would be both.
 */
export const TWO_PERSON_ROLES = ['registrar', 'service', 'finance', 'administrator'] as const satisfies readonly Role[];

/** The same as staff read them: “会员管理”“客服”… */
export const TWO_PERSON_LABELS = TWO_PERSON_ROLES.map((role) => `“${ROLES[role]}”`).join('');

/** Those of some roles whose word counts as one of two. */
export const twoPersonRolesOf = (roles: readonly Role[]): Role[] =>
  roles.filter((role) => (TWO_PERSON_ROLES as readonly Role[]).includes(role));

/** What takes two persons: key in English, label as staff know it. */
export const CHANGE_KINDS = {
  refund_limit: '提高退款复核限额',
  second_factor: '放宽二次验证要求',
  staff_created: '开通账号',
  roles_granted: '增加角色',
  staff_reopened: '启用账号',
  password_reset: '重置密码',
  factor_reset: '重置二次验证',
  member_reset: '会员重新开通账号',
  type_loosened: '放宽证明类型的核查',
  type_offered: '启用证明类型',
  wording_published: '发布证明正文',
  office_year: '录入节假日',
  field_change: '采纳工单并更正登记',
} as const;
export type ChangeKind = keyof typeof CHANGE_KINDS;

export const CHANGE_STATES = {
  waiting: '待确认',
  confirmed: '已确认',
  declined: '未同意',
  withdrawn: '已撤回',
  expired: '已过期',
} as const;
export type ChangeState = keyof typeof CHANGE_STATES;

/** Hours that a change waits: over a weekend, and no longer than both remember why. */
export const CHANGE_HOURS = 72;
