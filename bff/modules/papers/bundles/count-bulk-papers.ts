import { z } from 'zod';
import { PAPER_STATES, type PaperState } from '../../../contract/papers/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { select } from '../../../platform/db/database.ts';

const stateRow = z.strictObject({ state: oneOf(PAPER_STATES), n: z.int() });

/** How many paper orders of a bulk order stand where, in the order of their way; those that wait for payment left out. */
export async function countBulkPapers(bulkOrderId: number): Promise<{ state: PaperState; orders: number }[]> {
  const sql = 'SELECT state, COUNT(*) AS n FROM paper_orders WHERE bulk_order_id = ? GROUP BY state';
  const counts = new Map((await select(stateRow, sql, [bulkOrderId])).map(({ state, n }) => [state, n]));
  return (Object.keys(PAPER_STATES) as PaperState[])
    .filter((state) => state !== 'awaiting_payment')
    .flatMap((state) => (counts.has(state) ? [{ state, orders: counts.get(state) ?? 0 }] : []));
}
