import { z } from 'zod';
import { requiredLine } from '../fields.ts';
import { MAX_HEADING, MAX_HEADINGS, MAX_MEETING_FORMATS, MAX_MEETING_SERVICE } from '../settings/limits.ts';
import { LINE_FIELD_LABELS, type LineField } from './enums.ts';

const headings = (field: LineField, least: number) =>
  z
    .array(requiredLine(`${LINE_FIELD_LABELS[field]}的列名`, MAX_HEADING), { error: '请填写列名' })
    .min(least, { error: `请填写${LINE_FIELD_LABELS[field]}的列名` })
    .max(MAX_HEADINGS, { error: `${LINE_FIELD_LABELS[field]}的列名最多${MAX_HEADINGS}个` });

/**
 * How the list of who was in a meeting is headed that a meeting service hands out, a line for each coming and going. Services
 * word it anew with their versions, so that the office says what they call it now.
 */
export const meetingFormat = z.strictObject({
  service: requiredLine('会议软件', MAX_MEETING_SERVICE),
  name: headings('name', 1),
  phone: headings('phone', 0),
  joined: headings('joined', 1),
  left: headings('left', 1),
});
export type MeetingFormat = z.output<typeof meetingFormat>;

export const meetingFormats = z
  .array(meetingFormat, { error: '请填写会议名单格式' })
  .max(MAX_MEETING_FORMATS, { error: `会议名单格式最多${MAX_MEETING_FORMATS}种` })
  .refine((all) => new Set(all.map(({ service }) => service)).size === all.length, {
    error: '同一会议软件只能有一种名单格式，新旧列名写在一起',
  });

/** As the lists beside bff/modules/activities/meeting are headed. Whatever else they have is passed over. */
export const SHIPPED_MEETING_FORMATS: readonly MeetingFormat[] = [
  {
    service: '腾讯会议',
    name: ['用户昵称（入会昵称）', '用户昵称'],
    phone: ['手机号'],
    joined: ['入会时间', '首次入会时间'],
    left: ['退会时间', '最后退会时间'],
  },
  {
    service: '钉钉',
    name: ['参会人', '参会人姓名'],
    phone: ['手机号'],
    joined: ['加入时间'],
    left: ['离开时间'],
  },
  {
    service: 'Zoom',
    name: ['Name (Original Name)', 'Name (original name)', 'Name'],
    phone: [],
    joined: ['Join Time', 'Join time'],
    left: ['Leave Time', 'Leave time'],
  },
];
