import { PassThrough, type Readable } from 'node:stream';
import { IMPORT_KINDS, type ImportKind } from '../../contract/imports/enums.ts';
import type { ImportRow } from '../../contract/imports/replies.ts';
import { log } from '../../platform/log/log.ts';
import type { Header, SheetLine } from './read-header.ts';

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

/**
 * The sheet as it came, every row at its number, every cell at fault coloured, with what is wrong in a note; what concerns a
 * whole row stands in its first cell. Written while it is read. `labels`: the heading of each column, those that are not
 * read as well.
 */
export async function markedSheet(
  kind: ImportKind,
  { header, labels }: { header: Header; labels: readonly string[] },
  pages: AsyncIterable<readonly MarkedRow[]>,
): Promise<{ stream: Readable; fileName: string }> {
  const { default: exceljs } = await import('exceljs');
  const stream = new PassThrough();
  const writer = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const read = pages[Symbol.asyncIterator]();
  const first = await read.next();
  const top = Math.max((first.done ? 0 : (first.value[0]?.number ?? 0)) - 1, 1);
  const sheet = writer.addWorksheet(IMPORT_KINDS[kind], { views: [{ state: 'frozen', ySplit: top }] });
  for (const [at, column] of header.entries()) {
    Object.assign(sheet.getColumn(at + 1), { width: column?.width ?? 10, numFmt: '@' });
  }
  const heading = sheet.getRow(top);
  heading.values = [...labels];
  heading.font = { bold: true };
  heading.commit();
  const write = async () => {
    for (let page = first; !page.done; page = await read.next()) {
      for (const { number, cells, result } of page.value) {
        const row = sheet.getRow(number);
        row.values = cells.map(wordsOf);
        for (const { column, message } of result.faults) {
          const cell = row.getCell(Math.max(labels.indexOf(column), 0) + 1);
          cell.fill = RED;
          const said = typeof cell.note === 'string' ? `${cell.note}\n` : '';
          cell.note = `${said}${column === '' ? '整行' : column}：${message}`;
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
  return { stream, fileName: `检查结果-${IMPORT_KINDS[kind]}.xlsx` };
}

/** As it was typed, or as a formula shows its result; the note says why it cannot be taken. */
const wordsOf = (cell: SheetLine['cells'][number]): string =>
  ('text' in cell ? cell.text : (cell.shown ?? '')).slice(0, MAX_CELL);
