import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A column of a sheet: what stands above it and how wide it is, in characters. */
export interface SheetColumn {
  label: string;
  width: number;
}

/** Words, or an amount with two decimals that people may add up. */
export type SheetCell = string | number;

/**
 * One sheet as an .xlsx file that is written while it is read: rows are asked for as fast as the reader takes bytes,
 * so memory does not grow with their number. Every cell of words is text (an inline string in the text format, marked as
 * quoted), so that nothing a user wrote is ever calculated, not even when somebody edits the cell; amounts are numbers.
 * @param rows pages of rows, a cell per column; an error of theirs ends the file as broken
 */
export function writeXlsx(
  sheet: { name: string; columns: readonly SheetColumn[] },
  rows: AsyncIterable<readonly (readonly SheetCell[])[]>,
): Readable {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(partsOf(sheet))) zip.addBuffer(Buffer.from(content), name);
  const content = Readable.from(sheetXml(sheet.columns, rows), { objectMode: false });
  const file = zip.outputStream as Readable;
  content.on('error', (error) => file.destroy(error));
  // A reader that goes away stops the reading of rows.
  file.on('close', () => content.destroy());
  zip.addReadStream(content, 'xl/worksheets/sheet1.xml');
  zip.end();
  return file;
}

const TEXT_STYLE = 1;
const HEADER_STYLE = 2;
const AMOUNT_STYLE = 3;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

async function* sheetXml(columns: readonly SheetColumn[], pages: AsyncIterable<readonly (readonly SheetCell[])[]>) {
  yield (
    `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>' +
    columns.map(({ width }, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`).join('') +
    `</cols><sheetData>${rowXml(
      columns.map(({ label }) => label),
      HEADER_STYLE,
      1,
    )}`
  );
  let number = 1;
  for await (const rows of pages) yield rows.map((row) => rowXml(row, TEXT_STYLE, ++number)).join('');
  yield '</sheetData></worksheet>';
}

// Rows and cells say where they stand: the standard does not ask for it, some readers do.
const rowXml = (cells: readonly SheetCell[], style: number, row: number) => {
  const filled = cells.map((text, n) => (text === '' ? '' : cellXml(text, style, `${lettersOf(n)}${row}`)));
  return `<row r="${row}">${filled.join('')}</row>`;
};
const cellXml = (cell: SheetCell, style: number, place: string) =>
  typeof cell === 'number' ? `<c r="${place}" s="${AMOUNT_STYLE}"><v>${cell}</v></c>` : textXml(cell, style, place);
const textXml = (text: string, style: number, place: string) =>
  `<c r="${place}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
/** 0 → A, 25 → Z, 26 → AA: a list of registrations has a column for each field of its form. */
const lettersOf = (column: number): string =>
  (column < 26 ? '' : lettersOf(Math.trunc(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** Longest text that Excel takes in a cell. */
const CELL_LENGTH = 32_767;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/**
 * Characters that XML forbids are left out: Excel would call the whole file damaged. What looks like Excel's way of writing
 * them (_x0041_, 22.9.2.19) is words here, and would be read as the character.
 */
const escaped = (text: string) =>
  text
    .slice(0, CELL_LENGTH)
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>\r]/g, (character) => ENTITIES[character] ?? '');

function partsOf({ name }: { name: string }): Record<string, string> {
  const relationship = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const relationships = (...all: string[]) =>
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
  const override = (part: string, kind: string) => `<Override PartName="${part}" ContentType="${TYPE}.${kind}+xml"/>`;
  return {
    '[Content_Types].xml':
      `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      override('/xl/workbook.xml', 'sheet.main') +
      override('/xl/worksheets/sheet1.xml', 'worksheet') +
      `${override('/xl/styles.xml', 'styles')}</Types>`,
    '_rels/.rels': relationships(relationship('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml':
      `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
      `<sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      relationship('rId1', 'worksheet', 'worksheets/sheet1.xml'),
      relationship('rId2', 'styles', 'styles.xml'),
    ),
    // 49 is Excel's own number of the text format, 4 that of 1,234.00.
    'xl/styles.xml':
      `${DECLARATION}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
      '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/>' +
      '</fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>' +
      '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/>' +
      '<xf numFmtId="49" applyNumberFormat="1" quotePrefix="1" xfId="0"/>' +
      '<xf numFmtId="49" applyNumberFormat="1" fontId="1" applyFont="1" xfId="0"/>' +
      '<xf numFmtId="4" applyNumberFormat="1" xfId="0"/></cellXfs></styleSheet>',
  };
}
