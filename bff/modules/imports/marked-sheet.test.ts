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
  const header = ['执业许可证号', '名称', '批准日期', '电话'];
  const workbook = new ExcelJS.Workbook();
  workbook
    .addWorksheet('律所')
    .addRows([
      ['名单'],
      header,
      [firm.licenceNo, '江海更名律师事务所', '2001年13月1日', '（0700）6880002'],
      [firmData().licenceNo, '', '', ''],
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
  expect((first.getRow(1).values as string[]).slice(1)).toEqual(header);
  const bad = first.getCell('C2');
  expect(bad.value).toBe('2001年13月1日');
  expect(bad.fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
  expect(JSON.stringify(bad.note)).toContain('日期格式应为 2026-11-22');
  expect(first.getCell('B2').note).toBeUndefined();
  expect(JSON.stringify(first.getCell('A3').note ?? first.getCell('B3').note)).toContain('请填写');

  bad.value = '2001-12-01';
  first.spliceRows(3, 1);
  const bytes = Buffer.from(await marked.xlsx.writeBuffer());
  const report = await checkSheet({ ...sheet, bytes });
  expect(report.rows).toMatchObject([{ outcome: 'update', faults: [] }]);
  expect(report.rows[0]?.changes).toContain('→（0700）6880002');
});

test('what concerns a whole row stands in its first cell and says so', async () => {
  async function* pages() {
    yield [{ cells: [{ text: '甲' }], result: { faults: [{ column: '', message: '与第 2 行重复' }] } }];
  }
  const { stream } = await markedSheet('firms', [undefined], pages());
  const marked = new ExcelJS.Workbook();
  await marked.xlsx.load((await buffer(stream)) as unknown as ArrayBuffer);
  expect(JSON.stringify(marked.worksheets[0]?.getCell('A2').note)).toContain('整行：与第 2 行重复');
});
