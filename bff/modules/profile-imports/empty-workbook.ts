import { Readable } from 'node:stream';
import { profileSection } from '../../contract/profile/profile.ts';
import { IMPORTED_SECTIONS } from '../../contract/profile/sheets.ts';
import { readFieldSettings } from '../profile-fields/field-settings.ts';
import { sectionSheet } from './reading/section-sheet.ts';

const HELP_WIDTHS = [16, 22, 10, 80];

/** A workbook with nothing but its headings, a sheet for each section; what may be filled in stands on the last one. */
export async function emptyWorkbook(): Promise<{ stream: Readable; fileName: string }> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  const help: string[][] = [];
  const settings = await readFieldSettings();
  for (const key of IMPORTED_SECTIONS) {
    const { label } = profileSection(key);
    const { columns } = sectionSheet(key, settings);
    const sheet = workbook.addWorksheet(label, { views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }] });
    // The text format keeps long numbers whole.
    sheet.columns = columns.map((one) => ({
      header: one.isRequired ? `${one.label}*` : one.label,
      width: one.width,
      style: { numFmt: '@' },
    }));
    sheet.getRow(1).font = { bold: true };
    for (const one of columns) {
      help.push([label, one.label, one.isRequired ? '必填' : '', one.choices?.join('、') ?? '']);
    }
  }
  const notes = workbook.addWorksheet('填写说明', { views: [{ state: 'frozen', ySplit: 1 }] });
  notes.addRow(['工作表', '列', '是否必填', '可以填写']).font = { bold: true };
  notes.addRows(help);
  notes.columns.forEach((column, at) => (column.width = HELP_WIDTHS[at] ?? 20));
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
  return { stream: Readable.from([bytes]), fileName: '导入模板-个人档案.xlsx' };
}
