import type { Transaction } from 'sequelize';
import { EXPORT_LISTS } from '../../contract/exports/enums.ts';
import type { StaffActor } from '../../actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { filterInWords } from './filter-in-words.ts';
import type { ExportRun } from './model.ts';

const WAYS: Partial<Record<ExportRun['state'], string>> = { broken: '（下载中断）', made: '（后台导出）' };

/** The line of 操作日志 that says who took how many rows of a list, with which filters. */
export async function noteExport({ list, filter, rowsDone, state }: ExportRun, actor: StaffActor, t: Transaction) {
  const filters = filterInWords(list, filter) || '无筛选';
  await writeAudit(
    {
      actor,
      action: 'list.exported',
      targetKind: 'list',
      targetId: 0,
      target: EXPORT_LISTS[list],
      detail: `${rowsDone} 行${WAYS[state] ?? ''}；${filters}`,
    },
    t,
  );
}
