/** By what rosters of lawyers are ordered: the strokes of the surname, as official lists are, or the reading of the name. */
export const ROSTER_ORDERS = { stroke: '姓氏笔画', pinyin: '姓名拼音' } as const;
export type RosterOrder = keyof typeof ROSTER_ORDERS;
