/** By what rosters of lawyers are ordered: the strokes of the surname, as official lists are, or the reading of the name. */
export const ROSTER_ORDERS = { stroke: '姓氏笔画', pinyin: '姓名拼音' } as const;
export type RosterOrder = keyof typeof ROSTER_ORDERS;

/** Who publishes an activity. */
export const ACTIVITY_APPROVALS = { second: '须另一人批准后发布', none: '经办人可以直接发布' } as const;
export type ActivityApproval = keyof typeof ACTIVITY_APPROVALS;
