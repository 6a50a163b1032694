import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { untilInWords } from '../../contract/papers/deadline.ts';
import { toYuan } from '../../contract/text.ts';
import { clock } from '../../platform/clock/clock.ts';
import { select, transaction } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { readOwedPaper } from '../papers/bundles/pay-bundle.ts';
import { BulkOrder } from './model.ts';
import { tellFirm } from './tell-firm.ts';

/** Looked at again this often, ms, while letters are being made. */
const AGAIN_MS = 10_000;
/** After an hour the firm hears how far it has come; what is issued later is told by itself. */
const LOOKS = 360;

/** Has an order whose applications are all submitted told about, soon. In the transaction that notes it. */
export async function tellBulkLater(orderId: number, look: number, t: Transaction): Promise<void> {
  const runAt = clock.now() + (look === 1 ? 0 : AGAIN_MS);
  await enqueue(
    'tell-bulk-order',
    { bulkOrderId: orderId, look },
    { t, runAt, dedupeKey: `bulk-told:${orderId}:${look}` },
  );
}

/**
 * Tells a firm, once and in one message, what became of a bulk order: as soon as nothing of it is in the machine any
 * more. May run again: the order remembers that it was told, in the transaction of the message.
 */
export async function tellBulk({ orderId, look }: { orderId: number; look: number }): Promise<void> {
  await transaction(async (t) => {
    const order = await BulkOrder.findByPk(orderId, { transaction: t, lock: t.LOCK.UPDATE, rejectOnEmpty: true });
    if (order.toldAt !== null) return;
    const counts = await count(order, t);
    if (counts.making > 0 && look < LOOKS) return tellBulkLater(orderId, look + 1, t);
    await order.update({ toldAt: clock.now() }, { transaction: t });
    await tellFirm(order, { event: 'bulk_done', facts: await inWords(order, counts, t) }, t);
  });
}

const countsRow = z.strictObject({
  issued: z.int(),
  making: z.int(),
  toPerson: z.int(),
});
type Counts = z.infer<typeof countsRow>;

/** `others`: what could not be submitted, was rejected or withdrawn, or failed. */
async function inWords({ id, total }: BulkOrder, { issued, toPerson }: Counts, t: Transaction) {
  const { totalFen, payUntilOn } = await readOwedPaper(id, t);
  return {
    total: String(total),
    issued: String(issued),
    toPerson: String(toPerson),
    others: String(total - issued - toPerson),
    owed: totalFen > 0 ? `${toYuan(totalFen)}元` : '无',
    until: totalFen > 0 ? `请在批量申请的页面一并缴费，缴费后打印。${untilInWords(payUntilOn)}` : '',
  };
}

async function count({ id }: BulkOrder, t: Transaction): Promise<Counts> {
  const [counts] = await select(
    countsRow,
    `SELECT COUNT(CASE WHEN a.issue_state = 'issued' THEN 1 END) AS issued,
       COUNT(CASE WHEN a.issue_state IN ('issuing', 'waiting') THEN 1 END) AS making,
       COUNT(CASE WHEN a.state IN ('pending', 'returned') THEN 1 END) AS toPerson
     FROM bulk_items i JOIN applications a ON a.id = i.application_id WHERE i.order_id = ?`,
    [id],
    t,
  );
  return counts ?? { issued: 0, making: 0, toPerson: 0 };
}
