/** Meeting services whose list of who was there is read (bff/modules/activities/meeting/formats.ts). */
export const MEETING_SERVICES = { tencent: '腾讯会议', dingtalk: '钉钉', zoom: 'Zoom' } as const;
export type MeetingService = keyof typeof MEETING_SERVICES;

/** How a line of such a list was told to be of a registration; '' where nobody has decided yet. */
export const LINE_WAYS = {
  licence: '执业证号',
  phone: '手机号',
  name: '姓名和执业机构',
  hand: '工作人员指定',
  ignored: '不计',
} as const;
export type LineWay = keyof typeof LINE_WAYS;
