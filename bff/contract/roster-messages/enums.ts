/** To whom of an activity staff write. */
export const AUDIENCES = {
  live: '全部在列人员',
  registered: '已报名',
  queue: '候补、待确认',
  applied: '待审核、待抽签',
  paying: '待支付',
  present: '已到场',
  absent: '缺席',
} as const;
export type Audience = keyof typeof AUDIENCES;
/** Characters of a message. */
export const MAX_ROSTER_WORDS = 300;
/** Messages of an activity on a day (activities.md, Messages). */
export const MESSAGES_A_DAY = 2;
