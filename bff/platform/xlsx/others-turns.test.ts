import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { longestTurn } from '../../test/measuring/longest-turn.ts';
import { NotXlsx, readBatches } from './read-xlsx.ts';

/** While strangers' files are read, everybody else has a turn. */

const WANTED = { labels: ['执业证号', '姓名', '备注'], key: ['执业证号'] };
const sample = (name: string) => readFileSync(join(import.meta.dirname, 'samples', name));

/** Takes every row, and what the file is refused for. */
async function readWhole(file: Buffer): Promise<string> {
  try {
    for await (const _ of readBatches(file, WANTED)) continue;
    return 'read';
  } catch (error) {
    if (error instanceof NotXlsx) return error.reason;
    throw error;
  }
}

/** A package with this sheet, the rest as short as it may be. */
async function packed(sheet: string): Promise<Buffer> {
  const rels = (type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="x/${type}" Target="${target}"/></Relationships>`;
  const zip = new ZipFile();
  const add = (name: string, content: string) => zip.addBuffer(Buffer.from(content), name, { compressionLevel: 1 });
  add('_rels/.rels', rels('officeDocument', '/xl/workbook.xml'));
  add('xl/workbook.xml', '<workbook xmlns:r="y"><sheets><sheet name="表" r:id="r1"/></sheets></workbook>');
  add('xl/_rels/workbook.xml.rels', rels('worksheet', 'worksheets/sheet1.xml'));
  add('xl/worksheets/sheet1.xml', `<worksheet>${sheet}</worksheet>`);
  zip.end();
  return buffer(zip.outputStream);
}
const cellOf = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
/** So many rows below the headings. */
function listOf(count: number, row: string): Promise<Buffer> {
  const heading = `<row>${WANTED.labels.map(cellOf).join('')}</row>`;
  return packed(`<sheetData>${heading}${`<row>${row}</row>`.repeat(count)}</sheetData>`);
}

/** A fifth of the half second that nobody is to wait for. */
const MOST_MS = 100;
test('two files that cost all that they may leave the others their turns', async () => {
  // Cells that hold nothing: much to take apart, and not one row to show for it.
  const empty = await listOf(60_000, '<c r="A1"/><c r="B1"/><c r="C1"/>');
  const turn = await longestTurn(() => Promise.all([readWhole(empty), readWhole(empty), readWhole(empty)]));
  expect(turn).toBeLessThan(MOST_MS);
}, 120_000);

test.each([
  ['four whole columns of lists', () => sample('dv_4col.xlsx')],
  ['a hundred megabytes of blanks', () => sample('bomb_100_honest.xlsx')],
  ['the same with a directory that lies', () => sample('bomb_100_forged.xlsx')],
  // Taken five hundred at a time they would be tens of megabytes.
  [
    'words as long as a cell holds, in every row',
    () => listOf(3_000, cellOf('1') + cellOf('长'.repeat(3_900)).repeat(4)),
  ],
])(
  'so does one with %s',
  async (_what, file) => {
    const bytes = await file();
    expect(await longestTurn(() => readWhole(bytes))).toBeLessThan(MOST_MS);
  },
  120_000,
);

test('control: a library in the same thread takes all turns at once', async () => {
  const lists = '<dataValidation type="list" sqref="C2:C300000"><formula1>"男,女"</formula1></dataValidation>';
  const cell = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
  const file = await packed(`${cell}<dataValidations>${lists}</dataValidations>`);
  const turn = await longestTurn(() => new ExcelJS.Workbook().xlsx.load(file as unknown as ArrayBuffer));
  expect(turn).toBeGreaterThan(MOST_MS);
}, 120_000);
