import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { markXlsx, type NotedPlace } from './mark-xlsx.ts';
import { unpack } from '../zip/unpack.ts';

/** Of cells that a merge covers nothing is shown but the first one, in a file of two people of one firm. */

const WANTED = { labels: ['执业证号', '姓名', '电话'], key: ['执业证号'] };

async function merged(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('名单');
  sheet.addRows([
    ['执业证号', '姓名', '电话'],
    ['14499202010100001', '甲', '0700-6880001'],
    ['14499202010100002', '乙'],
    ['14499202010100003', '丙'],
  ]);
  sheet.mergeCells('C2:C4');
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function mark(file: Buffer, places: readonly NotedPlace[]): Promise<Buffer> {
  async function* pages() {
    yield places;
  }
  return markXlsx(file, WANTED, pages());
}

async function opened(file: Buffer): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file as unknown as ArrayBuffer);
  return workbook.worksheets[0]!;
}

async function partsOf(file: Buffer): Promise<Map<string, string>> {
  const parts = await unpack(file, 1e9);
  const all = new Map<string, string>();
  for (const name of parts.names) {
    let content = '';
    for await (const piece of parts.read(name)) content += piece.toString();
    all.set(name, content);
  }
  return all;
}

const noteOf = (sheet: ExcelJS.Worksheet, place: string) => {
  const { note } = sheet.getCell(place);
  return typeof note === 'string' ? note : note?.texts?.map(({ text }) => text).join('');
};
const isRed = (sheet: ExcelJS.Worksheet, place: string) =>
  JSON.stringify(sheet.getCell(place).style.fill ?? {}).includes('FFFFC7CE');

test('what is said of them stands in the first one, with their rows; others keep theirs', async () => {
  const file = await mark(await merged(), [
    { row: 2, column: 2, note: '电话：重复' },
    { row: 3, column: 2, note: '电话：请填写' },
    { row: 4, column: 2, note: '电话：请填写' },
    { row: 4, column: 1, note: '姓名：请核对' },
  ]);
  const sheet = await opened(file);
  expect(noteOf(sheet, 'C2')).toBe('【检查结果】电话：重复\n第3行：电话：请填写\n第4行：电话：请填写');
  expect(noteOf(sheet, 'B4')).toBe('【检查结果】姓名：请核对');
  expect([isRed(sheet, 'C2'), isRed(sheet, 'B4'), isRed(sheet, 'B3')]).toEqual([true, true, false]);
  const comments = (await partsOf(file)).get('xl/comments1.xml');
  expect([...comments!.matchAll(/<comment ref="(\w+)"/g)].map(([, place]) => place).toSorted()).toEqual(['B4', 'C2']);
});

test('of many rows as many are told as a note holds, and how many more there are', async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('名单');
  sheet.addRows([['执业证号', '姓名', '电话'], ...Array.from({ length: 900 }, (_, at) => [String(at), '甲'])]);
  sheet.mergeCells('C2:C901');
  const file = Buffer.from(await workbook.xlsx.writeBuffer());
  const places = Array.from({ length: 900 }, (_, at) => ({ row: at + 2, column: 2, note: '电话：请填写' }));
  const note = noteOf(await opened(await mark(file, places)), 'C2')!;
  expect(note.length).toBeLessThan(2_100);
  const told = note.split('\n').length - 1;
  expect(note.endsWith(`\n另有${900 - told}处`)).toBe(true);
});

test('a kind that is still told of a part that is gone is not told twice, nor a relation', async () => {
  const parts = await partsOf(await merged());
  const kind = (word: string, part: string) =>
    `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${word}+xml"/>`;
  const types = parts.get('[Content_Types].xml')!.replace('</Types>', `${kind('comments', 'Comments1.xml')}</Types>`);
  const related =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    '<Relationship Id="rIdMarks-shapes" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" TargetMode="External" Target="https://example.com/"/></Relationships>';
  const zip = new ZipFile();
  for (const [name, content] of parts) {
    zip.addBuffer(Buffer.from(name === '[Content_Types].xml' ? types : content), name);
  }
  zip.addBuffer(Buffer.from(related), 'xl/worksheets/_rels/sheet1.xml.rels');
  zip.end();
  const after = await partsOf(await mark(await buffer(zip.outputStream), [{ row: 2, column: 1, note: '错' }]));
  const told = [...after.get('[Content_Types].xml')!.matchAll(/PartName="([^"]+)"/g)].map(([, name]) =>
    name!.toLowerCase(),
  );
  expect(told.filter((name, at) => told.indexOf(name) !== at)).toEqual([]);
  expect(told).toContain('/xl/comments2.xml');
  const ids = [...after.get('xl/worksheets/_rels/sheet1.xml.rels')!.matchAll(/ Id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toHaveLength(3);
  expect(new Set(ids).size).toBe(3);
  expect(after.get('xl/worksheets/sheet1.xml')).toContain('r:id="rIdMarks-shapes-"');
});
