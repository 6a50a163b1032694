/** What is counted of a ticket, as the lists behind the numbers call it. */
export const TICKET_STEPS = {
  came: '新提交',
  answered: '首次答复',
  done: '办结',
  lapsed: '未补充结束',
  reopened: '重新打开',
} as const;
export type TicketStepKind = keyof typeof TICKET_STEPS;

/** Whether the clock of a step was kept. */
export const KEPT = { kept: '按时', missed: '逾期' } as const;
export type Kept = keyof typeof KEPT;

/** Upper ends, in open minutes, of the ranges in which solving times are counted; the last range has none. */
export const TOOK_LIMITS = [15, 30, 60, 120, 240, 480, 960, 1_920, 3_840] as const;

/** The same ranges in words, one more than there are limits. */
export const TOOK_LABELS = [
  '15分钟内',
  '15–30分钟',
  '30–60分钟',
  '1–2小时',
  '2–4小时',
  '4–8小时',
  '8–16小时',
  '16–32小时',
  '32–64小时',
  '64小时以上',
] as const;
