import { PassThrough, type Readable } from 'node:stream';
import { IMPORT_KINDS, type ImportKind } from '../../../contract/imports/enums.ts';
import type { ImportRow } from '../../../contract/imports/replies.ts';
import { log } from '../../../platform/log/log.ts';
import { MARK } from '../../../platform/xlsx/mark-xlsx.ts';
import type { XlsxRow } from '../../../platform/xlsx/read-xlsx.ts';
import type { Header, SheetLine } from '../read-header.ts';

/** The columns of a sheet; `labels`: the heading of each, those that are not read as well. */
export interface Headings {
  header: Header;
  labels: readonly string[];
}

/** A row of the sheet and what was found of it. */
export interface MarkedRow {
  /** As the sheet that came numbers it. */
  number: number;
  cells: SheetLine['cells'];
  result: Pick<ImportRow, 'faults'>;
}

const RED = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } } as const;

/** As much as a cell of Excel holds. */
const MAX_CELL = 32_767;

/** What is wrong of a row, by column from 0; what concerns all of it stands in its first cell. */
export function notesOf({ header, labels }: Headings, faults: ImportRow['faults']): Map<number, string> {
  const notes = new Map<number, string>();
  const first = Math.max(header.findIndex(Boolean), 0);
  for (const { column, message } of faults) {
    const at = column === '' ? first : Math.max(labels.indexOf(column), 0);
    const before = notes.get(at);
    const said = `${column === '' ? '整行' : column}：${message}`;
    notes.set(at, before === undefined ? said : `${before}\n${said}`);
  }
  return notes;
}

/**
 * A new workbook with the rows of a file, every row at its number, titles above the headings among them (`head`, the
 * heading row the last), every cell at fault coloured, with what is wrong in a note. Written while it is read.
 */
export async function markedSheet(
  kind: ImportKind,
  { headings, head }: { headings: Headings; head: readonly XlsxRow[] },
  pages: AsyncIterable<readonly MarkedRow[]>,
): Promise<Readable> {
  const { default: exceljs } = await import('exceljs');
  const stream = new PassThrough();
  const writer = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const read = pages[Symbol.asyncIterator]();
  const first = await read.next();
  // Of a file that is not kept any more only its rows are known.
  const top = head.at(-1)?.number ?? Math.max((first.done ? 0 : (first.value[0]?.number ?? 0)) - 1, 1);
  const sheet = writer.addWorksheet(IMPORT_KINDS[kind], { views: [{ state: 'frozen', ySplit: top }] });
  for (const [at, column] of headings.header.entries()) {
    Object.assign(sheet.getColumn(at + 1), { width: column?.width ?? 10, numFmt: '@' });
  }
  for (const { number, cells } of head.slice(0, -1)) {
    const row = sheet.getRow(number);
    row.values = cells.map(wordsOf);
    row.commit();
  }
  const heading = sheet.getRow(top);
  heading.values = [...headings.labels];
  heading.font = { bold: true };
  heading.commit();
  const write = async () => {
    for (let page = first; !page.done; page = await read.next()) {
      for (const { number, cells, result } of page.value) {
        const row = sheet.getRow(number);
        row.values = cells.map(wordsOf);
        for (const [at, note] of notesOf(headings, result.faults)) {
          Object.assign(row.getCell(at + 1), { fill: RED, note: MARK + note });
        }
        row.commit();
      }
    }
    sheet.commit();
    await writer.commit();
  };
  write().catch((error: unknown) => {
    log.error({ err: error }, 'a marked sheet broke off');
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return stream;
}

/** As it was typed, or as a formula shows its result; the note says why it cannot be taken. */
const wordsOf = (cell: SheetLine['cells'][number]): string =>
  ('text' in cell ? cell.text : (cell.shown ?? '')).slice(0, MAX_CELL);
