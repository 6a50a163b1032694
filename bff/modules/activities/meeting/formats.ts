import type { MeetingService } from '../../../contract/activity-meeting/enums.ts';

/** What is read of a line of a list. */
export const LINE_FIELDS = ['name', 'phone', 'joined', 'left'] as const;
export type LineField = (typeof LINE_FIELDS)[number];

/**
 * Headings of the lists that meeting services hand out, a line for each coming and going: 腾讯会议 会议详情 → 导出参会成员,
 * 钉钉 视频会议 → 导出参会人, Zoom Reports → Usage → Participants. Samples stand beside. Whatever else they have is passed over.
 */
export const FORMATS: Readonly<Record<MeetingService, Readonly<Partial<Record<LineField, readonly string[]>>>>> = {
  tencent: {
    name: ['用户昵称（入会昵称）', '用户昵称'],
    phone: ['手机号'],
    joined: ['入会时间', '首次入会时间'],
    left: ['退会时间', '最后退会时间'],
  },
  dingtalk: {
    name: ['参会人', '参会人姓名'],
    phone: ['手机号'],
    joined: ['加入时间'],
    left: ['离开时间'],
  },
  zoom: {
    name: ['Name (Original Name)', 'Name (original name)', 'Name'],
    joined: ['Join Time', 'Join time'],
    left: ['Leave Time', 'Leave time'],
  },
};
