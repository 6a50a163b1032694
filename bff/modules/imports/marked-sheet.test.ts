import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { buffer } from 'node:stream/consumers';
import '../../models.ts';
import { useDatabase } from '../../test/database.ts';
import { firmData, makeFirm, staffActor } from '../../test/factories/registry.ts';
import { checkSheet, markSheet } from './import-sheet.ts';
import { markedSheet } from './marked-sheet.ts';

useDatabase();

test('faults come back as the same sheet: cells coloured, a note in each; mended, it is read', async () => {
  const firm = await makeFirm();
  const header = ['执业许可证号', '名称', '批准日期', '电话', '执业律师人数'];
  const workbook = new ExcelJS.Workbook();
  workbook
    .addWorksheet('律所')
    .addRows([
      ['名单'],
      header,
      [firm.licenceNo, '江海更名律师事务所', '2001年13月1日', '（0700）6880002', '12'],
      [],
      [firmData().licenceNo, '', '', ''],
      [1.4499202010100074e16, { formula: 'A1&"所"', result: '名单所' }, { error: '#REF!' }],
    ]);
  const sheet = {
    actor: staffActor('registrar'),
    kind: 'firms' as const,
    name: '律所.xlsx',
    bytes: Buffer.from(await workbook.xlsx.writeBuffer()),
  };
  const { stream, fileName } = await markSheet(sheet);
  expect(fileName).toBe('检查结果-律所.xlsx');
  const marked = new ExcelJS.Workbook();
  await marked.xlsx.load((await buffer(stream)) as unknown as ArrayBuffer);
  const first = marked.worksheets[0]!;
  // Every row stands where it stood: what is said of a row by its number is found.
  expect((first.getRow(2).values as string[]).slice(1)).toEqual(header);
  const bad = first.getCell('C3');
  expect(bad.value).toBe('2001年13月1日');
  expect(bad.fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
  expect(JSON.stringify(bad.note)).toContain('日期格式应为 2026-11-22');
  expect(first.getCell('B3').note).toBeUndefined();
  expect(JSON.stringify(first.getCell('A5').note ?? first.getCell('B5').note)).toContain('请填写');
  // Nothing that was typed is lost, and a number that has lost its digits passes for none.
  expect(['E3', 'A6', 'B6', 'C6'].map((place) => first.getCell(place).value ?? '')).toEqual([
    '12',
    '1.4499202010100074e+16',
    '名单所',
    '',
  ]);
  expect(JSON.stringify(first.getCell('B6').note)).toContain('不接受公式');
  expect(JSON.stringify(first.getCell('C6').note)).toContain('#REF!');

  bad.value = '2001-12-01';
  for (const number of [5, 6]) first.getRow(number).values = [];
  const bytes = Buffer.from(await marked.xlsx.writeBuffer());
  const report = await checkSheet({ ...sheet, bytes });
  expect(report.rows).toMatchObject([{ outcome: 'update', faults: [] }]);
  expect(report.rows[0]?.changes).toContain('→（0700）6880002');
});

test('what concerns a whole row stands in its first cell and says so', async () => {
  async function* pages() {
    yield [{ number: 2, cells: [{ text: '甲' }], result: { faults: [{ column: '', message: '与第 2 行重复' }] } }];
  }
  const { stream } = await markedSheet('firms', { header: [undefined], labels: [''] }, pages());
  const marked = new ExcelJS.Workbook();
  await marked.xlsx.load((await buffer(stream)) as unknown as ArrayBuffer);
  expect(JSON.stringify(marked.worksheets[0]?.getCell('A2').note)).toContain('整行：与第 2 行重复');
});
