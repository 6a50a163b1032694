/** Whether a member of staff is there to be given tickets. */
export const DUTY_STATES = { present: '在岗', away: '暂离', leave: '休假' } as const;
export type DutyState = keyof typeof DUTY_STATES;

/** Longer leaves are entered again: a slip of the year would else hide somebody's tickets. */
export const MAX_LEAVE_DAYS = 366;
