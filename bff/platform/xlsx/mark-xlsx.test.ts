import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { markXlsx, type MarkLimits, type NotedPlace } from './mark-xlsx.ts';
import { NotXlsx, readXlsx } from './read-xlsx.ts';
import { unpack } from '../zip/unpack.ts';

/** A stranger's file comes back as the same file, with colours and notes in it. */

const WANTED = {
  labels: (
    '执业证号 姓名 性别 证件类型 证件号码 身份核验日期 执业类别 执业机构许可证号 转入日期 ' +
    '入会日期 首次执业日期 状态 注销日期 外文姓名 电话 邮箱 在办变更'
  ).split(' '),
  key: ['执业证号'],
};
const sample = (name: string) => readFileSync(join(import.meta.dirname, 'samples', name));
const RED = { fgColor: { argb: 'FFFFC7CE' } };

async function mark(file: Buffer, places: readonly NotedPlace[], limits?: Partial<MarkLimits>): Promise<Buffer> {
  async function* pages() {
    yield places;
  }
  return markXlsx(file, WANTED, pages(), limits);
}
const reasonOf = (file: Buffer, limits?: Partial<MarkLimits>) =>
  mark(file, [{ row: 2, column: 0, note: '错' }], limits).then(
    () => 'marked',
    (error: unknown) => (error instanceof NotXlsx ? error.reason : String(error)),
  );
/** As it is read, without the empty cells at the ends of rows, which a note adds to. */
const readFilled = async (file: Buffer) =>
  (await readXlsx(file, WANTED)).map(({ cells, ...row }) => ({
    ...row,
    cells: cells.slice(0, cells.findLastIndex((cell) => 'fault' in cell || cell.text !== '') + 1),
  }));
async function partsOf(file: Buffer): Promise<Map<string, string>> {
  const parts = await unpack(file, 1e9);
  const all = new Map<string, string>();
  for (const name of parts.names) {
    let content = '';
    for await (const piece of parts.read(name)) content += piece.toString('latin1');
    all.set(name, content);
  }
  return all;
}
async function load(file: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file as unknown as ArrayBuffer);
  return workbook;
}
const noteOf = (sheet: ExcelJS.Worksheet, place: string) => {
  const { note } = sheet.getCell(place);
  return typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('');
};
/** The same file with some parts written otherwise; null: left out. */
async function rewritten(file: Buffer, changes: Record<string, string | null>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries({ ...Object.fromEntries(await partsOf(file)), ...changes })) {
    if (content !== null) zip.addBuffer(Buffer.from(content, 'latin1'), name);
  }
  zip.end();
  return buffer(zip.outputStream);
}

describe('files of offices', () => {
  test.each(
    (
      'hiddenfirst veryhiddenfirst prefix sheetname sheetname2 dv_4col dv_none hiddenrow inline_update inlinephon_update ' +
      'title-row dictionary-sheet bomb_100_honest bomb_100_forged'
    ).split(' '),
  )('%s.xlsx', async (name) => {
    const file = sample(`${name}.xlsx`);
    const before = await readFilled(file);
    const last = before.at(-1)!;
    const out = await mark(file, [
      { row: last.number, column: 1, note: '姓名：请核对 <&>' },
      { row: last.number, column: 29, note: '此格原来没有' },
    ]);
    // It is read as before.
    expect(await readFilled(out)).toEqual(before);
    const [was, is] = [await partsOf(file), await partsOf(out)];
    const changed = [...was].filter(([part, content]) => is.get(part) !== content).map(([part]) => part);
    const sheet = changed.find((part) => /worksheets\/[^/]+\.xml$/i.test(part))!;
    expect(new Set(changed)).toEqual(
      new Set([
        '[Content_Types].xml',
        'xl/styles.xml',
        sheet,
        ...[...was.keys()].filter((part) => part.endsWith(`${sheet.split('/').at(-1)}.rels`)),
      ]),
    );
    expect(is.get(sheet)).toMatch(new RegExp(`<(x:)?c r="AD${last.number}" s="\\d+"/>`));
    expect(is.get('xl/comments1.xml')).toContain(`ref="B${last.number}"`);
    expect(Buffer.from(is.get('xl/comments1.xml')!, 'latin1').toString()).toContain('姓名：请核对 &lt;&amp;&gt;');
    expect(is.get('xl/styles.xml')).toContain('FFFFC7CE');
    expect([...is.keys()][0]).toBe('[Content_Types].xml');
  });
});

/** What a careful clerk makes of a list. */
async function careful(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('名单', { views: [{ state: 'frozen', ySplit: 2 }] });
  sheet.getColumn(1).width = 31;
  sheet.getColumn(3).numFmt = 'yyyy"年"m"月"d"日"';
  sheet.addRow(['江海市律师名单（2026年）']).font = { bold: true, size: 18 };
  sheet.mergeCells('A1:C1');
  sheet.addRow(['执业证号', '姓名', '入会日期']);
  sheet.addRow(['14499201010000001', '甲', new Date('2020-05-06')]).getCell(2).font = {
    italic: true,
    color: { argb: 'FF0000FF' },
  };
  sheet.addRow(['14499201010000002', '乙']);
  sheet.getCell('A3').note = '甲的备注';
  sheet.getCell('B4').note = '乙的备注';
  sheet.getCell('A4').dataValidation = { type: 'textLength', operator: 'equal', formulae: [17] };
  sheet.addConditionalFormatting({
    ref: 'A3:A9',
    rules: [{ type: 'expression', formulae: ['LEN(A3)<>17'], priority: 1, style: { font: { bold: true } } }],
  });
  sheet.headerFooter.oddFooter = '第 &P 页';
  const picture = workbook.addImage({
    extension: 'png',
    base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  });
  sheet.addImage(picture, 'E2:F6');
  workbook.addWorksheet('说明').addRow(['不导入', { formula: '1+1', result: 2 }]);
  workbook.addWorksheet('隐藏', { state: 'hidden' }).addRow(['不导入']);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

describe('all else stays', () => {
  test('titles, widths, formats, pictures, other sheets, and notes that stand there', async () => {
    const out = await load(
      await mark(await careful(), [
        { row: 3, column: 0, note: '证号：重复' },
        { row: 3, column: 1, note: '姓名：请核对' },
        { row: 4, column: 2, note: '入会日期：请填写' },
      ]),
    );
    expect(out.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['名单', 'visible'],
      ['说明', 'visible'],
      ['隐藏', 'hidden'],
    ]);
    const [sheet, help] = out.worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet];
    expect(sheet.getCell('A1').value).toBe('江海市律师名单（2026年）');
    expect(sheet.getCell('C1').master.address).toBe('A1');
    expect(sheet.getCell('A1').font).toMatchObject({ bold: true, size: 18 });
    expect(sheet.getColumn(1).width).toBe(31);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
    expect(sheet.getImages()).toHaveLength(1);
    expect(sheet.headerFooter.oddFooter).toBe('第 &P 页');
    expect(sheet.getCell('A4').dataValidation).toMatchObject({ type: 'textLength' });
    expect(help.getCell('B1').formula).toBe('1+1');
    // Coloured, in the letters that they had.
    expect(sheet.getCell('B3').fill).toMatchObject(RED);
    expect(sheet.getCell('B3').font).toMatchObject({ italic: true, color: { argb: 'FF0000FF' } });
    expect(sheet.getCell('C3').fill).not.toMatchObject(RED);
    expect(sheet.getCell('C3').numFmt).toBe('yyyy"年"m"月"d"日"');
    // An empty cell takes the look of its column.
    expect(sheet.getCell('C4').fill).toMatchObject(RED);
    expect(sheet.getCell('C4').numFmt).toBe('yyyy"年"m"月"d"日"');
    expect(noteOf(sheet, 'A3')).toBe('甲的备注\n【检查结果】证号：重复');
    expect(noteOf(sheet, 'B4')).toBe('乙的备注');
    expect(noteOf(sheet, 'B3')).toBe('【检查结果】姓名：请核对');
    expect(noteOf(sheet, 'C4')).toBe('【检查结果】入会日期：请填写');
  });

  test('every note has one shape, numbered as no other', async () => {
    const file = await careful();
    const parts = await partsOf(
      await mark(file, [
        { row: 3, column: 0, note: '一' },
        { row: 4, column: 0, note: '二' },
      ]),
    );
    const [drawing] = [...parts].filter(([name]) => name.endsWith('.vml')).map(([, content]) => content);
    const places = [...drawing!.matchAll(/<x:Row>(\d+)<\/x:Row>\s*<x:Column>(\d+)</g)].map(
      ([, row, column]) => `${row},${column}`,
    );
    expect(places.toSorted()).toEqual(['2,0', '3,0', '3,1']);
    const ids = [...drawing!.matchAll(/<v:shape [^>]*?\bid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a workbook that says nothing of looks gets them', async () => {
    const file = await rewritten(sample('dv_none.xlsx'), { 'xl/styles.xml': null });
    const plain = await rewritten(file, {
      '[Content_Types].xml': (await partsOf(file))
        .get('[Content_Types].xml')!
        .replace(/<Override PartName="\/xl\/styles.xml"[^>]*>/, ''),
      'xl/_rels/workbook.xml.rels': (await partsOf(file))
        .get('xl/_rels/workbook.xml.rels')!
        .replace(/<Relationship [^>]*styles.xml"[^>]*>/, ''),
    });
    const sheet = (await load(await mark(plain, [{ row: 2, column: 1, note: '错' }]))).worksheets[0]!;
    expect(sheet.getCell('B2').fill).toMatchObject(RED);
    expect(noteOf(sheet, 'B2')).toBe('【检查结果】错');
  });
});

describe('files that cannot be changed so are said to be', () => {
  test('that bears marks: what they say may have been mended', async () => {
    const marked = await mark(sample('dv_none.xlsx'), [{ row: 2, column: 0, note: '错' }]);
    expect(await reasonOf(marked)).toBe('marked_before');
    // A program that keeps no authors, and writes the words in pieces.
    const saved = (await partsOf(marked))
      .get('xl/comments1.xml')!
      .replace(/<author>[^<]*<\/author>/, '<author> </author>')
      .replace(/<r><t[^>]*>(...)/, '<r><t>$1</t></r><r><t>');
    expect(await reasonOf(await rewritten(marked, { 'xl/comments1.xml': saved }))).toBe('marked_before');
  });

  test('with programs, of another kind, with entities of its own, and what is none', async () => {
    const file = sample('dv_none.xlsx');
    const parts = await partsOf(file);
    const types = parts.get('[Content_Types].xml')!;
    const macros = types.replace('spreadsheetml.sheet.main+xml', 'ms-excel.sheet.macroEnabled.main+xml');
    const [sheet] = [...parts.keys()].filter((name) => name.includes('worksheets/sheet'));
    const entity = `<!DOCTYPE a [<!ENTITY b "c">]>${parts
      .get(sheet!)!
      .replace(/<\?xml[^>]*>/, '')
      .replace('<v>0</v>', '<v>&b;</v>')}`;
    expect(await reasonOf(await rewritten(file, { '[Content_Types].xml': macros }))).toBe('other_kind');
    expect(await reasonOf(await rewritten(file, { [sheet!]: entity }))).toBe('unreadable');
    expect(await reasonOf(Buffer.from('执业证号,姓名'))).toBe('unreadable');
    expect(await reasonOf(file)).toBe('marked');
  });

  test('what takes more than reading may', async () => {
    const bomb = sample('bomb_100_honest.xlsx');
    expect(await reasonOf(bomb, { unpackedBytes: 50_000_000 })).toBe('too_large');
    expect(await reasonOf(bomb, { milliseconds: 50 })).toBe('too_slow');
    expect(await reasonOf(sample('dv_none.xlsx'), { bytes: 500 })).toBe('too_large');
  });

  test('others are not kept waiting', async () => {
    let [last, longest] = [performance.now(), 0];
    const turns = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    await mark(sample('bomb_100_forged.xlsx'), [{ row: 2, column: 0, note: '错' }]).finally(() => clearInterval(turns));
    expect(longest).toBeLessThan(500);
  });
});
