import { MAX_MEETING_LINES } from '../../../contract/activity-meeting/limits.ts';
import { readShanghaiMinute } from '../../../contract/dates.ts';
import { LINE_FIELDS, NEEDED_FIELDS, type LineField } from '../../../contract/meeting-formats/enums.ts';
import type { MeetingFormat } from '../../../contract/meeting-formats/schemas.ts';
import { toHalfWidth } from '../../../contract/text.ts';
import { AppError } from '../../../errors.ts';
import { comparable, labelOf, NotXlsx, readBatches, type XlsxRow } from '../../../platform/xlsx/read-xlsx.ts';
import { unreadableAs } from '../../imports/unreadable.ts';

/** One coming and going, as a meeting service has seen it; instants are epoch ms. */
export interface ReadLine {
  shownName: string;
  /** '' where the service does not tell it. */
  phone: string;
  joinedAt: number;
  leftAt: number;
}

const MAX_NAME = 100;

const refuse = (file: string) => new AppError('invalid_fields', { fields: { file } });

/** In which column a field stands; -1: in none. */
const columnOf = (format: MeetingFormat, field: LineField, labels: readonly string[]): number => {
  const headings = format[field].map(comparable);
  return labels.findIndex((label) => headings.includes(label));
};

/** Of which format a heading row is: the one of which all is there that a line needs. */
const formatOf = (formats: readonly MeetingFormat[], labels: readonly string[]): MeetingFormat | undefined =>
  formats.find((format) => NEEDED_FIELDS.every((field) => columnOf(format, field, labels) >= 0));

/**
 * Reads the list of who was there that a meeting service hands out (.xlsx, .xls, .csv), line by line, headed as one of the
 * formats is. Throws `invalid_fields` on `file` for what is no such list, with the lines whose times cannot be read.
 */
export async function readList(
  file: Buffer,
  formats: readonly MeetingFormat[],
): Promise<{ service: string; lines: ReadLine[] }> {
  const refuseUnknown = () => refuse(unknownAmong(formats));
  const known = formats.flatMap((format) => LINE_FIELDS.flatMap((field) => format[field]));
  const rows: XlsxRow[] = [];
  try {
    for await (const batch of readBatches(file, { labels: known, key: [] })) {
      rows.push(...batch);
      if (rows.length > MAX_MEETING_LINES + 1) throw refuse(`名单最多${MAX_MEETING_LINES}行，请分成几个文件`);
    }
  } catch (error) {
    if (error instanceof NotXlsx && error.reason === 'no_heading') throw refuseUnknown();
    throw unreadableAs(error, refuse);
  }
  const [heading, ...below] = rows;
  const labels = heading?.cells.map(labelOf) ?? [];
  const format = formatOf(formats, labels);
  if (format === undefined) throw refuseUnknown();
  const at = Object.fromEntries(LINE_FIELDS.map((field) => [field, columnOf(format, field, labels)])) as Record<
    LineField,
    number
  >;
  const lines = below.map((row) => ({ row: row.number, line: readLine(row, at) }));
  const faulty = lines.filter(({ line }) => line === null).map(({ row }) => row);
  if (faulty.length > 0) throw refuse(`第${faulty.slice(0, 10).join('、')}行的入会、离会时间无法识别，请核对`);
  return { service: format.service, lines: lines.flatMap(({ line }) => (line ? [line] : [])) };
}
const unknownAmong = (formats: readonly MeetingFormat[]): string =>
  `没有认出是哪种名单，请上传${formats.map(({ service }) => service).join('、')}导出的参会成员名单；列名有变化的，由管理员在 设置 → 会议名单格式 中添加`;

function readLine({ cells }: XlsxRow, at: Record<LineField, number>): ReadLine | null {
  const text = (field: LineField): string => {
    const cell = cells[at[field]];
    return cell && 'text' in cell ? toHalfWidth(cell.text).trim() : '';
  };
  const [joinedAt, leftAt] = [readInstant(text('joined')), readInstant(text('left'))];
  const shownName = [...text('name')].slice(0, MAX_NAME).join('');
  if (joinedAt === null || leftAt === null || leftAt < joinedAt) return null;
  return {
    shownName,
    phone: text('phone')
      .replace(/^\+?86/, '')
      .replace(/\D/g, ''),
    joinedAt,
    leftAt,
  };
}

const CHINESE = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4}),? +(\d{1,2}):(\d{2})(?::(\d{2}))? *([AP]M)?$/i;

/** 2026-12-10 13:55:02, 2026/12/10 13:55 and 12/10/2026 01:55:02 PM, in Asia/Shanghai; null for anything else. */
export function readInstant(text: string): number | null {
  const chinese = CHINESE.exec(text);
  const american = chinese ? null : AMERICAN.exec(text);
  const [, a = '', b = '', c = '', hour = '', minute = '', second = '0', half = ''] = chinese ?? american ?? [];
  const [year, month, day] = chinese ? [a, b, c] : [c, a, b];
  const two = (digits: string | number) => String(digits).padStart(2, '0');
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
  const at = readShanghaiMinute(`${year}-${two(month)}-${two(day)}T${two(hours)}:${minute}`);
  return at === null || Number(second) > 59 ? null : at + Number(second) * 1000;
}
