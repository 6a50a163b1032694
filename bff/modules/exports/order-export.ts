import { DAY_MS } from '../../contract/dates.ts';
import { staffPasses } from '../../contract/endpoint.ts';
import { MAX_DIRECT_ROWS } from '../../contract/exports/enums.ts';
import type { ExportOrder } from '../../contract/exports/replies.ts';
import { env } from '../../env.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { lockAccount } from '../accounts/lock-account.ts';
import type { Export } from './export-list.ts';
import { LISTS } from './lists.ts';
import { ExportRun } from './model.ts';

/** Exports that one person has made at the same time: each reads a whole list. */
const MAX_AT_ONCE = 3;

/**
 * Has a long list made into a file in the background, which is removed after EXPORT_KEEP_DAYS whatever becomes of it;
 * a short one is not ordered, it can be downloaded at once. Throws `forbidden` for whoever may not have the list,
 * `too_many_requests` beyond MAX_AT_ONCE.
 */
export async function orderExport({ actor, list, filter }: Export): Promise<ExportOrder> {
  const { endpoint, open } = LISTS[list];
  if (!staffPasses(actor.roles, endpoint)) throw new AppError('forbidden');
  const opened = await open(filter, actor);
  const { next } = await opened.read({ cursor: undefined, limit: MAX_DIRECT_ROWS });
  if (next === null) return { runId: null };
  const now = clock.now();
  const keptUntil = now + env.EXPORT_KEEP_DAYS * DAY_MS;
  const runId = await transaction(async (t) => {
    await lockAccount(actor.accountId, t);
    const making = await ExportRun.count({ where: { accountId: actor.accountId, state: 'making' }, transaction: t });
    if (making >= MAX_AT_ONCE) {
      throw new AppError('too_many_requests', { message: `您有 ${making} 份导出正在进行，请等其中一份完成后再导出` });
    }
    const { id } = await ExportRun.create(
      {
        list,
        filter,
        accountId: actor.accountId,
        accountName: actor.name,
        address: actor.address,
        state: 'making',
        rowsDone: 0,
        createdAt: now,
        endedAt: null,
        keptUntil,
      },
      { transaction: t },
    );
    await enqueue('make-export', { exportId: id }, { t });
    await enqueue('remove-export', { exportId: id }, { t, runAt: keptUntil });
    return id;
  });
  return { runId };
}
