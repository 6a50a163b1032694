import { expect, test } from '@jest/globals';
import * as sheetjs from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { buffer } from 'node:stream/consumers';
import type { MarkedAs } from '../../../contract/imports/enums.ts';
import '../../../models.ts';
import { useDatabase } from '../../../test/database.ts';
import { firmData, makeFirm, staffActor } from '../../../test/factories/registry.ts';
import { checkSheet, markSheet } from '../import-sheet.ts';
import { markedSheet } from './marked-sheet.ts';

useDatabase();

const HEADER = ['执业许可证号', '名称', '批准日期', '电话', '执业律师人数'];
const marking = (name: string, bytes: Buffer) => ({
  actor: staffActor('registrar'),
  kind: 'firms' as const,
  name,
  bytes,
});
async function marked(sheet: ReturnType<typeof marking>, as: MarkedAs = 'same_file') {
  const { stream, fileName, headers } = await markSheet(sheet);
  expect(fileName).toBe('检查结果-律所.xlsx');
  expect(headers).toEqual({ 'X-Marked-As': as });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await buffer(stream)) as unknown as ArrayBuffer);
  return workbook;
}
const noteOf = (sheet: ExcelJS.Worksheet, place: string) => JSON.stringify(sheet.getCell(place).note ?? '');

test('faults come back in the same file: cells coloured, a note in each; mended, it is read', async () => {
  const firm = await makeFirm();
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('封面').addRow(['江海市律师协会']);
  const list = workbook.addWorksheet('律所');
  list.addRows([
    ['名单'],
    HEADER,
    [firm.licenceNo, '江海更名律师事务所', '2001年13月1日', '（0700）6880002', '12'],
    [],
    [firmData().licenceNo, '', '', ''],
    [1.4499202010100074e16, { formula: 'A1&"所"', result: '名单所' }, { error: '#REF!' }],
  ]);
  list.getColumn(2).width = 41;
  const sheet = marking('律所.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()));
  const back = await marked(sheet);
  expect(back.worksheets.map(({ name }) => name)).toEqual(['封面', '律所']);
  const first = back.worksheets[1]!;
  expect(first.getColumn(2).width).toBe(41);
  expect(first.getCell('A1').value).toBe('名单');
  const bad = first.getCell('C3');
  expect(bad.value).toBe('2001年13月1日');
  expect(bad.fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
  expect(noteOf(first, 'C3')).toContain('批准日期：日期格式应为 2026-11-22');
  expect(first.getCell('B3').note).toBeUndefined();
  expect(noteOf(first, 'B5')).toContain('请填写');
  // What stood there stands there.
  expect(['E3', 'A6', 'B6', 'C6'].map((place) => first.getCell(place).value)).toEqual([
    '12',
    1.4499202010100074e16,
    { formula: 'A1&"所"', result: '名单所' },
    { error: '#REF!' },
  ]);
  expect(noteOf(first, 'A6')).toContain('数字过长');
  expect(noteOf(first, 'B6')).toContain('不接受公式');
  expect(noteOf(first, 'C6')).toContain('#REF!');

  // What comes back with its marks is another file: some of them may be mended.
  const again = await marked({ ...sheet, bytes: Buffer.from(await back.xlsx.writeBuffer()) }, 'marked_before');
  expect(noteOf(again.worksheets[0]!, 'C3')).toContain('批准日期：日期格式应为 2026-11-22');

  bad.value = '2001-12-01';
  for (const number of [5, 6]) first.getRow(number).values = [];
  const report = await checkSheet({ ...sheet, bytes: Buffer.from(await back.xlsx.writeBuffer()) });
  expect(report.rows).toMatchObject([{ outcome: 'update', faults: [] }]);
  expect(report.rows[0]?.changes).toContain('→（0700）6880002');
});

test.each(['xls', 'csv'] as const)(
  'of an old file (%s) as a new workbook, titles and all rows at their numbers',
  async (bookType) => {
    const firm = await makeFirm();
    const rows = [['名单'], [], HEADER, [firm.licenceNo, '', '2001年13月1日', '（0700）6880002', '12']];
    const book = sheetjs.utils.book_new(sheetjs.utils.aoa_to_sheet(rows), '律所');
    const bytes = sheetjs.write(book, { type: 'buffer', bookType }) as Buffer;
    const sheet = (await marked(marking(`律所.${bookType}`, bytes), 'old_format')).worksheets[0]!;
    expect(sheet.getCell('A1').value).toBe('名单');
    expect((sheet.getRow(3).values as string[]).slice(1)).toEqual(HEADER);
    expect([sheet.getCell('C4').value, sheet.getCell('E4').value]).toEqual(['2001年13月1日', '12']);
    expect(sheet.getCell('C4').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(noteOf(sheet, 'C4')).toContain('批准日期：日期格式应为');
    // A new workbook bears marks as well.
    const saved = Buffer.from(await sheet.workbook.xlsx.writeBuffer());
    await marked(marking('律所.xlsx', saved), 'marked_before');
  },
);

test('what concerns a whole row stands in its first cell and says so', async () => {
  async function* pages() {
    yield [{ number: 2, cells: [{ text: '甲' }], result: { faults: [{ column: '', message: '与第 2 行重复' }] } }];
  }
  const headings = { header: [undefined], labels: [''] };
  const stream = await markedSheet('firms', { headings, head: [] }, pages());
  const marked = new ExcelJS.Workbook();
  await marked.xlsx.load((await buffer(stream)) as unknown as ArrayBuffer);
  expect(JSON.stringify(marked.worksheets[0]?.getCell('A2').note)).toContain('整行：与第 2 行重复');
});
