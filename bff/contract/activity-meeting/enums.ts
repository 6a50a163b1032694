/** How a line of a meeting service's list was told to be of a registration; '' where nobody has decided yet. */
export const LINE_WAYS = {
  licence: '执业证号',
  phone: '手机号',
  name: '姓名和执业机构',
  hand: '工作人员指定',
  ignored: '不计',
} as const;
export type LineWay = keyof typeof LINE_WAYS;
