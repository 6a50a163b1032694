import { LINE_FIELD_LABELS, LINE_FIELDS } from './enums.ts';
import type { MeetingFormat } from './schemas.ts';

/** 腾讯会议（名称列：用户昵称；…）, as staff and the log read it. */
export function formatInWords(format: MeetingFormat): string {
  const columns = LINE_FIELDS.filter((field) => format[field].length > 0).map(
    (field) => `${LINE_FIELD_LABELS[field]}：${format[field].join('、')}`,
  );
  return `${format.service}（${columns.join('；')}）`;
}
