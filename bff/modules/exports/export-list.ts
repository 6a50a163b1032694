import type { Readable } from 'node:stream';
import { EXPORT_LISTS, MAX_DIRECT_ROWS, type ExportKey } from '../../contract/exports/enums.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { log } from '../../platform/log/log.ts';
import { writeXlsx, type SheetCell } from '../../platform/xlsx/write-xlsx.ts';
import type { StaffActor } from '../../actor.ts';
import { noteExportedLawyers } from '../views/exported-lawyers.ts';
import { LISTS } from './lists.ts';
import { ExportRun } from './model.ts';
import { noteExport } from './note-export.ts';

/** Rows written at once: few enough for memory. */
const PAGE_ROWS = 500;

export interface Export {
  actor: StaffActor;
  list: ExportKey;
  /** The list's filters as asked for. */
  filter: Record<string, unknown>;
}

/**
 * A list with its filters as an .xlsx file, written while it is downloaded. When the last row is sent, or the download
 * breaks off, a line of 操作日志 says who took how many rows with which filters. Throws `wrong_state` for a list of more
 * than MAX_DIRECT_ROWS: that is made in the background.
 */
export async function exportList(wanted: Export): Promise<{ stream: Readable; fileName: string }> {
  const { actor, list, filter } = wanted;
  const { name = EXPORT_LISTS[list], columns, read } = await LISTS[list].open(filter, actor);
  const { rows, lawyerIds, next } = await read({ cursor: undefined, limit: MAX_DIRECT_ROWS });
  if (next !== null) {
    throw new AppError('wrong_state', {
      message: `超过 ${MAX_DIRECT_ROWS} 行，请在列表上方点“导出Excel”，在后台导出后下载`,
    });
  }
  const progress = { hasBegun: false };
  const stream = writeXlsx({ name, columns }, piecesOf(wanted, { rows, lawyerIds }, progress));
  // Who leaves before the first row is asked for never wakes the reading, nor its last words.
  stream.once('close', () => {
    if (progress.hasBegun) return;
    note(wanted, { rows: 0, lawyerIds: [] }, 'broken').catch((error: unknown) =>
      log.error({ err: error, list }, 'export was not noted'),
    );
  });
  return { stream, fileName: `${name}-${clock.today()}.xlsx` };
}

async function* piecesOf(
  wanted: Export,
  { rows, lawyerIds }: { rows: SheetCell[][]; lawyerIds: readonly number[] },
  progress: { hasBegun: boolean },
): AsyncGenerator<SheetCell[][]> {
  progress.hasBegun = true;
  let sent = 0;
  let ending: 'direct' | 'broken' = 'broken';
  try {
    for (; sent < rows.length; sent += PAGE_ROWS) yield rows.slice(sent, sent + PAGE_ROWS);
    ending = 'direct';
  } finally {
    // Of a download that breaks off nobody knows how far it came: whoever stands in it may have been read.
    await note(wanted, { rows: Math.min(sent, rows.length), lawyerIds }, ending);
  }
}

async function note(
  { actor, list, filter }: Export,
  { rows, lawyerIds }: { rows: number; lawyerIds: readonly number[] },
  state: 'direct' | 'broken',
) {
  const now = clock.now();
  await transaction(async (t) => {
    const run = await ExportRun.create(
      {
        list,
        filter,
        accountId: actor.accountId,
        accountName: actor.name,
        address: actor.address,
        state,
        rowsDone: rows,
        createdAt: now,
        endedAt: now,
        keptUntil: null,
      },
      { transaction: t },
    );
    await noteExportedLawyers({ actor, exportId: run.id, list, lawyerIds }, t);
    await noteExport(run, actor, t);
  });
}
