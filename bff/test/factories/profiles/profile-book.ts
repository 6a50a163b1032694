import ExcelJS from 'exceljs';
import { buffer } from 'node:stream/consumers';
import { streamZip } from '../../../platform/zip/stream-zip.ts';

/** A row of a workbook of profiles, by heading. */
export type BookRow = Readonly<Record<string, string>>;

/** A workbook of profiles, a sheet for each section, by its tab. */
export async function profileBook(sheets: Readonly<Record<string, readonly BookRow[]>>): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const [tab, rows] of Object.entries(sheets)) {
    const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const sheet = workbook.addWorksheet(tab);
    sheet.addRows([headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))]);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** What 基本信息 of a lawyer says in such a workbook, in words of other systems here and there. */
export const basicBookRow = (of: { licenceNo: string; name: string }, more: BookRow = {}): BookRow => ({
  执业证号: of.licenceNo,
  律师姓名: of.name,
  民族: '崩龙族',
  籍贯: '广东省珠海市香洲区',
  政治面貌: '群众',
  专兼职: '专职',
  资格类别: '法律职业资格A证',
  资格证书编号: 'A20091234567',
  资格取得日期: '2009年3月1日',
  执业范围: '公司治理与股权、税务',
  是否合伙人: '非合伙人',
  手机: '13800138000',
  电子邮箱: 'lin@example.com',
  通信地址地区: '440402',
  通信地址: '书院街8号',
  ...more,
});

/** A row of 教育经历. */
export const schoolBookRow = (of: { licenceNo: string; name: string }, more: BookRow = {}): BookRow => ({
  执业证号: of.licenceNo,
  律师姓名: of.name,
  '类别（境内或境外）': '境内',
  入学日期: '2002-09-01',
  毕业日期: '2006-06-30',
  学校: '江海大学',
  专业: '法学',
  学历: '本科',
  学习形式: '统招',
  学位: '学士',
  学科门类: '法学',
  学位类型: '学术学位',
  ...more,
});

/** A row of 家庭成员. */
export const relativeBookRow = (of: { licenceNo: string; name: string }): BookRow => ({
  执业证号: of.licenceNo,
  律师姓名: of.name,
  关系: '妻子',
  姓名: '周若岚',
  状况: '在职',
  工作单位: '江海市第一中学',
});

/** A ZIP of these files. */
export const zipOf = (files: Readonly<Record<string, Buffer>>): Promise<Buffer> =>
  buffer(streamZip(Object.entries(files).map(([name, bytes]) => ({ name, read: async () => bytes }))));
