import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { readXlsx } from './read-xlsx.ts';
import { writeXlsx } from './write-xlsx.ts';

const COLUMNS = [
  { label: '姓名', width: 12 },
  { label: '说明', width: 40 },
];
async function* pages(...all: string[][][]) {
  yield* all;
}
async function readBack(file: Readable) {
  const workbook = new ExcelJS.Workbook();
  // exceljs was typed for an older Buffer.
  await workbook.xlsx.load((await buffer(file)) as unknown as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

describe('a sheet read back by another program', () => {
  test('has its header, its frozen first row and every text as it was', async () => {
    const rows = [
      ['林知远', '𠮷 & <b>"’\n第二行'],
      ['', ' 前后空格 '],
    ];
    const sheet = await readBack(writeXlsx({ name: '律师', columns: COLUMNS }, pages(rows)));
    expect(sheet.name).toBe('律师');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    const cells = [1, 2, 3].map((row) => [sheet.getCell(row, 1).value ?? '', sheet.getCell(row, 2).value ?? '']);
    expect(cells).toEqual([['姓名', '说明'], ...rows]);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","点我")', "='a'!A1"])(
    'holds %j as text that nothing calculates',
    async (text) => {
      const sheet = await readBack(writeXlsx({ name: '表', columns: COLUMNS }, pages([[text, 'x']])));
      const cell = sheet.getCell(2, 1);
      expect(cell.type).toBe(ExcelJS.ValueType.String);
      expect(cell.formula).toBeUndefined();
      expect(cell.numFmt).toBe('@');
      expect(cell.value).toBe(text);
    },
  );

  test('has as many columns as a list needs, each cell in its place', async () => {
    const labels = Array.from({ length: 54 }, (_, n) => `列${n}`);
    const columns = labels.map((label) => ({ label, width: 10 }));
    const sheet = await readBack(writeXlsx({ name: '表', columns }, pages([labels])));
    expect(labels.map((_, n) => sheet.getCell(2, n + 1).value)).toEqual(labels);
    expect(['Z2', 'AA2', 'AZ2', 'BA2'].map((place) => sheet.getCell(place).value)).toEqual(
      [25, 26, 51, 52].map((n) => `列${n}`),
    );
  });

  test('what looks like an escape of Excel stays the words that it is', async () => {
    const file = writeXlsx({ name: '表', columns: COLUMNS }, pages([['_x0041_', 'a_x000D_b']]));
    expect((await readXlsx(await buffer(file)))[1]?.cells).toEqual([{ text: '_x0041_' }, { text: 'a_x000D_b' }]);
  });

  test('control: the same words as a formula would be told apart', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('表').getCell(2, 1).value = { formula: '1+1' };
    const again = new ExcelJS.Workbook();
    await again.xlsx.load((await workbook.xlsx.writeBuffer()) as unknown as ArrayBuffer);
    expect(again.worksheets[0]?.getCell(2, 1).type).toBe(ExcelJS.ValueType.Formula);
  });

  test('what XML forbids does not damage the file', async () => {
    const sheet = await readBack(
      writeXlsx({ name: '表', columns: COLUMNS }, pages([['a\u0000\u001F\uFFFEb\uD800', 'x']])),
    );
    expect(sheet.getCell(2, 1).value).toBe('ab\uFFFD');
  });
});

describe('while it is written', () => {
  test('no row is read before somebody takes it: a reader that stops stops the reading', async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read++;
        yield Array.from({ length: 500 }, (_, n) => [`${read}-${n}-${Math.random()}`, String(Math.random()).repeat(5)]);
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    const file = writeXlsx({ name: '表', columns: COLUMNS }, endless());
    for (let turn = 0; turn < 2_000; turn++) await new Promise((resolve) => setImmediate(resolve));
    const whileNobodyReads = read;
    expect(whileNobodyReads).toBeLessThan(30);
    for await (const _ of file) if (read > whileNobodyReads + 50) break;
    const whenTheReaderLeft = read;
    for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(read).toBeLessThan(whenTheReaderLeft + 5);
  });

  test('a hundred thousand rows arrive whole, without being in memory', async () => {
    const page = Array.from({ length: 1_000 }, (_, n) => [`律师${n}`, 'x'.repeat(200)]);
    async function* many() {
      for (let n = 0; n < 100; n++) yield page;
    }
    let bytes = 0;
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    for await (const chunk of writeXlsx({ name: '表', columns: COLUMNS }, many())) {
      bytes += (chunk as Buffer).length;
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    expect(bytes).toBeGreaterThan(100_000);
    // As XML they are some 35 MB.
    expect(most).toBeLessThan(20_000_000);
  });

  test('a fault while reading rows breaks the file instead of ending it early', async () => {
    async function* failing() {
      yield [['一', '二']];
      throw new Error('the database went away');
    }
    await expect(buffer(writeXlsx({ name: '表', columns: COLUMNS }, failing()))).rejects.toThrow('went away');
  });
});
