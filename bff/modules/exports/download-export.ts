import { staffPasses } from '../../contract/endpoint.ts';
import { toShanghaiDate } from '../../contract/dates.ts';
import { EXPORT_LISTS } from '../../contract/exports/enums.ts';
import { AppError } from '../../errors.ts';
import { transaction } from '../../platform/db/database.ts';
import { storage } from '../../platform/storage/storage.ts';
import type { StaffActor } from '../../actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { filterInWords } from './filter-in-words.ts';
import { LISTS } from './lists.ts';
import { ExportRun, storageKeyOf } from './model.ts';

/**
 * The file of an export, as often as wanted while it is kept, each time with a line of 操作日志. Throws `not_found` for
 * anybody but who asked for it, `forbidden` once that person may not read the list any more, `wrong_state` while there
 * is no file.
 */
export async function downloadExport({ actor, id }: { actor: StaffActor; id: number }) {
  const run = await ExportRun.findOne({ where: { id, accountId: actor.accountId } });
  if (!run) throw new AppError('not_found');
  if (!staffPasses(actor.roles, LISTS[run.list].endpoint)) throw new AppError('forbidden');
  if (run.state === 'removed') throw new AppError('wrong_state', { message: '文件已到期删除，请重新导出' });
  if (run.state !== 'made') throw new AppError('wrong_state', { message: '没有可以下载的文件' });
  const stream = await storage.read(storageKeyOf(run.id));
  const name = EXPORT_LISTS[run.list];
  await transaction((t) =>
    writeAudit(
      {
        actor,
        action: 'export.downloaded',
        targetKind: 'export',
        targetId: run.id,
        target: name,
        detail: `${run.rowsDone} 行；${filterInWords(run.list, run.filter) || '无筛选'}`,
      },
      t,
    ),
  ).catch((error: unknown) => {
    stream.destroy();
    throw error;
  });
  return { stream, fileName: `${name}-${toShanghaiDate(run.createdAt)}.xlsx` };
}
