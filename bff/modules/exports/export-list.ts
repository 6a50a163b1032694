import type { Readable } from 'node:stream';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import type { ListPage } from '../../platform/db/keyset.ts';
import { log } from '../../platform/log/log.ts';
import { writeXlsx, type SheetCell } from '../../platform/xlsx/write-xlsx.ts';
import type { StaffActor } from '../../actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { ExportColumn } from './columns.ts';
import { filterInWords, type ExportedList } from './filter-in-words.ts';

/** Rows read at once: few enough for memory, many enough for the database. */
const PAGE_ROWS = 500;

export interface Export<Row> {
  actor: StaffActor;
  /** What the list is called: sheet, file and 操作日志. */
  list: ExportedList;
  /** The list's filters as asked for. */
  filter: Record<string, unknown>;
  read(page: { cursor: string | undefined; limit: number }): Promise<ListPage<Row>>;
  columns: readonly ExportColumn<Row>[];
}

/**
 * A list with its filters as an .xlsx file, page by page while it is downloaded. When the last row is sent, or the
 * download breaks off, a line of 操作日志 says who took how many rows with which filters.
 */
export function exportList<Row>(wanted: Export<Row>): { stream: Readable; fileName: string } {
  const { list, columns } = wanted;
  const progress = { hasBegun: false };
  const stream = writeXlsx({ name: list, columns }, pagesOf(wanted, progress));
  // Who leaves before the first row is asked for never wakes the reading, nor its last words.
  stream.once('close', () => {
    if (progress.hasBegun) return;
    note(wanted, 0, 'broken').catch((error: unknown) => log.error({ err: error, list }, 'export was not noted'));
  });
  return { stream, fileName: `${list}-${clock.today()}.xlsx` };
}

async function* pagesOf<Row>(wanted: Export<Row>, progress: { hasBegun: boolean }): AsyncGenerator<SheetCell[][]> {
  progress.hasBegun = true;
  const { read, columns } = wanted;
  let rows = 0;
  let ending: 'whole' | 'broken' = 'broken';
  try {
    let cursor: string | undefined;
    do {
      const page = await read({ cursor, limit: PAGE_ROWS });
      rows += page.items.length;
      yield page.items.map((row) => columns.map(({ text }) => text(row)));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    ending = 'whole';
  } catch (error) {
    log.error({ err: error, list: wanted.list }, 'export broke off');
    throw error;
  } finally {
    await note(wanted, rows, ending);
  }
}

async function note<Row>({ actor, list, filter }: Export<Row>, rows: number, ending: 'whole' | 'broken') {
  const filters = filterInWords(list, filter) || '无筛选';
  await transaction((t) =>
    writeAudit(
      {
        actor,
        action: 'list.exported',
        targetKind: 'list',
        targetId: 0,
        target: list,
        detail: `${rows} 行${ending === 'broken' ? '（下载中断）' : ''}；${filters}`,
      },
      t,
    ),
  );
}
