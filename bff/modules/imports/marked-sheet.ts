import { PassThrough, type Readable } from 'node:stream';
import { IMPORT_KINDS, type ImportKind } from '../../contract/imports/enums.ts';
import type { ImportRow } from '../../contract/imports/replies.ts';
import { log } from '../../platform/log/log.ts';
import type { Header, SheetLine } from './read-header.ts';

/** A row of the sheet and what was found of it. */
export interface MarkedRow {
  cells: SheetLine['cells'];
  result: Pick<ImportRow, 'faults'>;
}

const RED = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } } as const;

/**
 * The sheet as it came, every cell at fault coloured, with what is wrong in a note; what concerns a whole row stands in
 * its first cell. Written while it is read.
 */
export async function markedSheet(
  kind: ImportKind,
  header: Header,
  pages: AsyncIterable<readonly MarkedRow[]>,
): Promise<{ stream: Readable; fileName: string }> {
  const { default: exceljs } = await import('exceljs');
  const stream = new PassThrough();
  const writer = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = writer.addWorksheet(IMPORT_KINDS[kind], { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = header.map((column) => ({ width: column?.width ?? 10, style: { numFmt: '@' } }));
  const labels = header.map((column) => column?.label ?? '');
  const top = sheet.addRow(labels);
  top.font = { bold: true };
  top.commit();
  const write = async () => {
    for await (const page of pages) {
      for (const { cells, result } of page) {
        const row = sheet.addRow(header.map((_, at) => wordsOf(cells[at])));
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

/** What cannot be taken is shown empty: the note says why. */
const wordsOf = (cell: SheetLine['cells'][number] | undefined): string => (cell && 'text' in cell ? cell.text : '');
