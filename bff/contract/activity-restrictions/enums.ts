/** What an absence is worth. */
export const ABSENCE_WORTHS = {
  counts: '计入爽约',
  excused: '已免除',
  moved: '报名后改期、改地点，不计入',
  online: '线上活动，不计入',
  used: '已因此限制过，不再计入',
} as const;
export type AbsenceWorth = keyof typeof ABSENCE_WORTHS;

/** Where a restriction stands. */
export const RESTRICTION_STATES = { current: '限制中', over: '已期满', lifted: '已解除' } as const;
export type RestrictionState = keyof typeof RESTRICTION_STATES;
