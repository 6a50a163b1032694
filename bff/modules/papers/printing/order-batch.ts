import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select, transaction } from '../../../platform/db/database.ts';
import { inList } from '../../../platform/db/keyset.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { PrintBatch, PrintBatchCopy } from '../model.ts';

/** Copies in one file: at two pages each it still opens on the office's computers. */
const MAX_COPIES = 2_000;

const copyRow = z.strictObject({ id: z.int(), orderId: z.int() });

/**
 * Orders one file with every copy of the chosen orders that is still to be printed, in the order of the choice; a job
 * makes it. Throws `wrong_state` naming the orders that cannot be printed now.
 */
export async function orderBatch(choice: { actor: StaffActor; orderIds: number[] }): Promise<PrintBatch> {
  const { actor, orderIds } = choice;
  return transaction(async (t) => {
    const list = inList(orderIds);
    const copies = await select(
      copyRow,
      `SELECT k.id, k.order_id AS orderId FROM paper_copies k JOIN paper_orders p ON p.id = k.order_id
         JOIN certificates c ON c.id = p.certificate_id
       WHERE p.id IN ${list.sql} AND p.state = 'to_print' AND c.issue_state = 'issued' AND c.standing = 'valid'
         AND k.state = 'valid' AND k.printed_at IS NULL ORDER BY k.position`,
      list.values,
      t,
    );
    const byOrder = Map.groupBy(copies, ({ orderId }) => orderId);
    const refused = orderIds.filter((id) => !byOrder.has(id)).length;
    if (refused > 0) {
      throw new AppError('wrong_state', { message: `所选中有 ${refused} 单现在不能打印，请刷新后重新选择` });
    }
    if (copies.length > MAX_COPIES) {
      throw new AppError('wrong_state', { message: `所选共 ${copies.length} 份，一次最多打印 ${MAX_COPIES} 份` });
    }
    const batch = await PrintBatch.create(
      {
        state: 'making',
        orders: orderIds.length,
        copies: copies.length,
        done: 0,
        pages: null,
        storageKey: null,
        createdBy: actor.name,
        createdAt: clock.now(),
        madeAt: null,
      },
      { transaction: t },
    );
    const inOrder = orderIds.flatMap((id) => byOrder.get(id) ?? []);
    await PrintBatchCopy.bulkCreate(
      inOrder.map(({ id: copyId }, position) => ({ batchId: batch.id, copyId, position })),
      { transaction: t },
    );
    await enqueue('make-print-batch', { batchId: batch.id }, { t, dedupeKey: `print-batch:${batch.id}` });
    await writeAudit(
      {
        actor,
        action: 'paper.batch-ordered',
        targetKind: 'print-batch',
        targetId: batch.id,
        target: `打印批次 ${batch.id}`,
        detail: `${batch.orders} 单，${batch.copies} 份`,
      },
      t,
    );
    return batch;
  });
}
