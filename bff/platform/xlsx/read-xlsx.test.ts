import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import * as sheetjs from '@e965/xlsx';
import { ZipFile } from 'yazl';
import { readBatches, readXlsx, type ReadLimits, type XlsxRow } from './read-xlsx.ts';

const sample = (name: string) => readFileSync(join(import.meta.dirname, 'samples', name));
const LAWYERS = {
  labels: (
    '执业证号 姓名 性别 证件类型 证件号码 身份核验日期 执业类别 执业机构许可证号 转入日期 ' +
    '入会日期 首次执业日期 状态 注销日期 外文姓名 电话 邮箱 在办变更'
  ).split(' '),
  key: ['执业证号'],
};
const textsOf = (rows: XlsxRow[]) =>
  rows.map(({ cells }) => cells.map((cell) => ('text' in cell ? cell.text : `!${cell.fault}`)));
const read = async (file: Buffer, limits?: Partial<ReadLimits>) => textsOf(await readXlsx(file, LAWYERS, limits));
const HEADING = ['执业证号', '姓名', '入会日期'];

/** A package with this sheet, the rest as short as it may be. */
async function packed(
  sheet: string,
  {
    workbook = '',
    strict = false,
    parts = {},
  }: { workbook?: string; strict?: boolean; parts?: Record<string, string> } = {},
): Promise<Buffer> {
  const zip = new ZipFile();
  const base = strict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = strict
    ? 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rels = (...all: string[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
  const rel = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${base}/${type}" Target="${target}"/>`;
  const all = {
    '_rels/.rels': rels(rel('r1', 'officeDocument', '/xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${base}">${workbook}<sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(
      rel('r1', 'worksheet', 'worksheets/sheet1.xml'),
      rel('r2', 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}">${sheet}</worksheet>`,
    ...parts,
  };
  for (const [name, content] of Object.entries(all)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}
const words = (...cells: string[]) => cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
const heading = `<row>${words(...HEADING)}</row>`;
const datesOf = async (cells: string, more: Parameters<typeof packed>[1] = {}) => {
  const rows = await readXlsx(
    await packed(`<sheetData>${heading}<row>${words('1', '甲')}${cells}</row></sheetData>`, more),
    LAWYERS,
  );
  return rows[1]?.cells[2];
};

describe('files of offices are read', () => {
  test.each([
    ['hiddenfirst.xlsx', '郑十'],
    ['veryhiddenfirst.xlsx', '郑十一'],
    ['prefix.xlsx', '吴九'],
    ['sheetname.xlsx', '冯一'],
    ['sheetname2.xlsx', '冯二'],
    ['dv_4col.xlsx', '列二'],
    ['dv_none.xlsx', '列四'],
    ['hiddenrow.xlsx', '陈一'],
    ['inline_update.xlsx', '褚四'],
    ['inlinephon_update.xlsx', '褚四'],
    ['bomb_100_honest.xlsx', '褚四'],
    ['bomb_100_forged.xlsx', '褚四'],
  ])('%s', async (name, lawyer) => {
    const [first, second] = await read(sample(name));
    expect(first?.slice(0, 2)).toEqual(['执业证号', '姓名']);
    expect(second?.[1]).toBe(lawyer);
  });

  test.each(['title-row.xlsx', 'dictionary-sheet.xlsx'])(
    '%s: below its title, from its visible sheet',
    async (name) => {
      const rows = await readXlsx(sample(name), LAWYERS);
      expect(rows[0]?.number).toBe(2);
      const texts = textsOf(rows);
      expect(texts[0]).toEqual(LAWYERS.labels);
      expect(texts.map((row) => row[1]).slice(1, 8)).toEqual([
        '导入21',
        '导入22',
        '张三',
        '导入24',
        '导入25',
        '导入26',
        '李四',
      ]);
      expect(texts[1]?.[0]).toContain('数字过长');
      expect(texts[3]?.[2]).toBe('男');
    },
  );

  test('a hidden row says so', async () => {
    expect((await readXlsx(sample('hiddenrow.xlsx'), LAWYERS)).map(({ isHidden }) => isHidden)).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('rich text and what XML forbids are whole, phonetic guides left out', async () => {
    const rich =
      '<c t="inlineStr"><is><r><t>李</t></r><rPh sb="0" eb="1"><t>li</t></rPh><r><t>四_x0041_</t></r></is></c>';
    const file = await packed(`<sheetData>${heading}<row>${words('1')}${rich}</row></sheetData>`);
    expect((await read(file))[1]).toEqual(['1', '李四A']);
  });
});

describe('days are the right ones', () => {
  const serial = (style: number, value: number) => `<c s="${style}"><v>${value}</v></c>`;
  test.each([
    ['styled', serial(1, 36925), '2001-02-03'],
    ['in a format of its own, with a time of day', serial(2, 36925.75), '2001-02-03'],
    ['before the 29 February that never was', serial(1, 59), '1900-02-28'],
    ['as Strict Open XML writes it', '<c t="d"><v>2001-02-03T00:00:00</v></c>', '2001-02-03'],
  ])('%s', async (_what, cell, day) => {
    expect(await datesOf(cell)).toEqual({ text: day });
    expect(await datesOf(cell, { strict: true })).toEqual({ text: day });
  });

  test('counted from 1904, styled or not', async () => {
    const workbook = '<workbookPr date1904="1"/>';
    expect(await datesOf(serial(1, 35463), { workbook })).toEqual({ text: '2001-02-03' });
    expect(await datesOf(serial(0, 35463), { workbook })).toEqual({ text: '35463', day: '2001-02-03' });
    expect(await datesOf(serial(0, 36925))).toEqual({ text: '36925' });
  });
});

describe('other formats', () => {
  const CSV =
    '某协会名单\r\n执业证号,姓名,入会日期\r\n0014499,"张,三",2001/2/3\r\n\r\n1.44992E+16,李四,\r\n1.44992020101001E+016,王五,\r\n';
  const READ = [
    ['执业证号', '姓名', '入会日期'],
    ['0014499', '张,三', '2001/2/3'],
    [expect.stringContaining('数字过长'), '李四'],
    [expect.stringContaining('数字过长'), '王五'],
  ];
  // 执业证号,姓名 / 1,张三 as Excel in China writes it.
  const GB = Buffer.from('d6b4d2b5d6a4bac52cd0d5c3fb0d0a312cd5c5c8fd0d0a', 'hex');
  test.each([
    ['UTF-8', Buffer.from(CSV)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${CSV}`)],
  ])('.csv in %s', async (_what, file) => {
    expect(await read(file)).toEqual(READ);
  });
  test('words of UTF-16 with tabs, as Excel calls its Unicode text', async () => {
    expect(await read(Buffer.from('\uFEFF执业证号\t姓名\r\n1\t"张,三"\r\n', 'utf16le'))).toEqual([
      ['执业证号', '姓名'],
      ['1', '张,三'],
    ]);
  });
  test('.csv in GB 18030', async () => {
    expect(await read(GB)).toEqual([
      ['执业证号', '姓名'],
      ['1', '张三'],
    ]);
  });

  test('.xls: words, days, numbers, hidden sheets', async () => {
    const rows = [['名单'], HEADING, ['14499202010100074', '褚四', new Date(Date.UTC(2001, 1, 3))]];
    const book = sheetjs.utils.book_new();
    sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet([HEADING, ['9', '字典', '']]), '字典');
    sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet(rows, { UTC: true, dateNF: 'yyyy/m/d' }), '名单');
    book.Workbook = { Sheets: [{ Hidden: 1 }, {}] };
    const file = sheetjs.write(book, { type: 'buffer', bookType: 'xls' }) as Buffer;
    expect(await read(file)).toEqual([HEADING, ['14499202010100074', '褚四', '2001-02-03']]);
  });

  test.each([
    ['nothing', Buffer.alloc(0), 'no_sheet'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'unreadable'],
    [
      'a page that calls itself .xls',
      Buffer.from('<html><table><tr><td>执业证号</td></tr></table></html>'),
      'unreadable',
    ],
    ['a letter', Buffer.from('尊敬的律师：'), 'no_heading'],
    ['half of a file', sample('title-row.xlsx').subarray(0, 3000), 'unreadable'],
  ])('%s is none', async (_what, file, reason) => {
    await expect(readXlsx(file, LAWYERS)).rejects.toMatchObject({
      reason: expect.stringMatching(`${reason}|no_heading`),
    });
  });
});

describe('a file costs what it holds, and the server nothing', () => {
  const every = (ranges: string) => `<sheetData>${heading}<row>${words('1', '甲')}</row></sheetData>${ranges}`;
  test('whatever it declares of ranges', async () => {
    const all = 'A1:XFD1048576';
    const file = await packed(
      `<dimension ref="${all}"/><cols><col min="1" max="16384" width="9"/></cols>` +
        every(
          `<autoFilter ref="${all}"/><mergeCells><mergeCell ref="C3:XFD1048576"/></mergeCells>` +
            `<conditionalFormatting sqref="${all}"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting>` +
            `<dataValidations><dataValidation type="list" sqref="${all}"><formula1>"男,女"</formula1></dataValidation></dataValidations>`,
        ),
      {
        workbook:
          '<definedNames><definedName name="_xlnm.Print_Area">表!$A$1:$XFD$1048576</definedName></definedNames>',
      },
    );
    const began = performance.now();
    expect(await read(file)).toHaveLength(2);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test.each(['bomb_100_honest.xlsx', 'bomb_100_forged.xlsx'])('%s is refused by what comes out of it', async (name) => {
    await expect(read(sample(name), { unpackedBytes: 50_000_000 })).rejects.toMatchObject({ reason: 'too_large' });
  });

  test('a thread that takes too long or too much is ended', async () => {
    const rows = Array.from({ length: 60_000 }, (_, n) => `<row>${words(String(n), `名${n}`)}</row>`).join('');
    const file = await packed(`<sheetData>${heading}${rows}</sheetData>`);
    await expect(read(file, { milliseconds: 40 })).rejects.toMatchObject({ reason: 'too_slow' });
    await expect(read(file, { characters: 10_000 })).rejects.toMatchObject({ reason: 'too_large' });
    const strings = Array.from({ length: 400_000 }, (_, n) => `<si><t>${n}</t></si>`).join('');
    const relations =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      '<Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>' +
      '<Relationship Id="r2" Type="x/sharedStrings" Target="s.xml"/></Relationships>';
    const parts = { 'xl/s.xml': `<sst>${strings}</sst>`, 'xl/_rels/workbook.xml.rels': relations };
    const heavy = await packed(`<sheetData>${heading}</sheetData>`, { parts });
    await expect(read(heavy, { heapMegabytes: 12 })).rejects.toMatchObject({ reason: 'too_large' });
  });

  test('places far to the right, long words and broken places cost nothing', async () => {
    const far = `<row r="1048576"><c r="A1048576"><v>1</v></c><c r="XFD1048576"><v>1</v></c><c r="B1048576" t="inlineStr"><is><t>${'长'.repeat(5_000)}</t></is></c></row>`;
    const rows = await read(await packed(`<sheetData>${heading}${far}</sheetData>`));
    expect(rows[1]).toEqual(['1', expect.stringContaining('内容过长')]);
  });
});

test('two files are read at a time, however many come at once; the next one when a place is free', async () => {
  let threads = 0;
  const count = () => threads++;
  process.on('worker', count);
  try {
    const file = Buffer.from('执业证号,姓名\n14401200110123456,张三\n');
    const readers = Array.from({ length: 4 }, () => readBatches(file));
    const first = readers.map((reader) => reader.next());
    await Promise.all(first.slice(0, 2));
    expect(threads).toBe(2);
    await readers[0]?.return(undefined);
    await first[2];
    expect(threads).toBe(3);
    await readers[1]?.return(undefined);
    await readers[2]?.return(undefined);
    await first[3];
    await readers[3]?.return(undefined);
    expect(await readXlsx(file)).toHaveLength(2);
  } finally {
    process.off('worker', count);
  }
});
