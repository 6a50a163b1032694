import type { Transaction } from 'sequelize';
import { staffPasses } from '../../contract/endpoint.ts';
import { EXPORT_LISTS, MAX_EXPORT_ROWS } from '../../contract/exports/enums.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { PermanentFailure } from '../../platform/jobs/permanent-failure.ts';
import { storage } from '../../platform/storage/storage.ts';
import { writeXlsx, type SheetCell } from '../../platform/xlsx/write-xlsx.ts';
import { staffActorNow } from '../accounts/staff-actor-now.ts';
import { noteExportedLawyers } from '../views/exported-lawyers.ts';
import { LISTS, type OpenedList } from './lists.ts';
import { ExportRun, storageKeyOf } from './model.ts';
import { noteExport } from './note-export.ts';

/** Rows read at once: few enough for memory, many enough for the database. */
const PAGE_ROWS = 500;

/**
 * Makes the file of an export, for whoever asked, with the rights that person has now. It may run again: whoever dies
 * amid it has left nothing but rows counted, and the next one begins anew under the same name. Fails for good when the
 * person may not have the list any more, or it is longer than a sheet.
 */
export async function makeExport(exportId: number, signal?: AbortSignal): Promise<void> {
  const run = await ExportRun.findByPk(exportId, { rejectOnEmpty: true });
  if (run.state !== 'making') return;
  const actor = await staffActorNow(run);
  if (!actor || !staffPasses(actor.roles, LISTS[run.list].endpoint)) {
    throw new PermanentFailure('申请导出的人已无权查看该列表');
  }
  const opened = await LISTS[run.list].open(run.filter, actor);
  const progress: Progress = { rows: 0, lawyerIds: new Set() };
  const sheet = { name: opened.name ?? EXPORT_LISTS[run.list], columns: opened.columns };
  const key = storageKeyOf(run.id);
  await storage.putStream(key, writeXlsx(sheet, pagesOf(run.id, opened, progress, signal)));
  const isKept = await transaction(async (t) => {
    const current = await ExportRun.findByPk(run.id, { transaction: t, lock: t.LOCK.UPDATE });
    if (current?.state !== 'making') return current?.state === 'made';
    await current.update({ state: 'made', rowsDone: progress.rows, endedAt: clock.now() }, { transaction: t });
    const { id: exportId, list } = current;
    await noteExportedLawyers({ actor, exportId, list, lawyerIds: progress.lawyerIds }, t);
    await noteExport(current, actor, t);
    return true;
  });
  // Its time was over meanwhile.
  if (!isKept) await storage.delete(key);
}

interface Progress {
  rows: number;
  /** The lawyers of whom there are rows. */
  lawyerIds: Set<number>;
}

async function* pagesOf(
  id: number,
  { read }: OpenedList,
  progress: Progress,
  signal: AbortSignal | undefined,
): AsyncGenerator<SheetCell[][]> {
  let cursor: string | undefined;
  do {
    signal?.throwIfAborted();
    const { rows, lawyerIds, next } = await read({ cursor, limit: PAGE_ROWS });
    progress.rows += rows.length;
    for (const id of lawyerIds) progress.lawyerIds.add(id);
    if (progress.rows > MAX_EXPORT_ROWS) {
      throw new PermanentFailure(`超过 ${MAX_EXPORT_ROWS} 行，请加上筛选条件后分次导出`);
    }
    await ExportRun.update({ rowsDone: progress.rows }, { where: { id, state: 'making' } });
    yield rows;
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}

/** The last attempt failed: whoever asked sees it and orders the list anew. */
export async function markExportFailed(exportId: number, t: Transaction): Promise<void> {
  await ExportRun.update(
    { state: 'failed', endedAt: clock.now(), keptUntil: null },
    { where: { id: exportId, state: 'making' }, transaction: t },
  );
}
