/** 信息变更: where a 变更单 stands. */
export const CHANGE_STATES = {
  waiting: '待审核',
  effective: '已生效',
  rejected: '已驳回',
  withdrawn: '已撤回',
  void: '已失效',
} as const;
export type ProfileChangeState = keyof typeof CHANGE_STATES;

/** By which side a conflict is settled. */
export const RESOLUTIONS = { wanted: '按申请修改', present: '保留现在的' } as const;

/** In which way an approved profile came to be changed. */
export const CHANGED_BY = { member: '本人直接修改', change: '变更审核通过', import: '由原系统导入' } as const;
