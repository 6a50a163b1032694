import type { Transaction } from 'sequelize';
import type { Events } from '../../../events.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { tellApplicant } from '../../certificates/reading/tell-applicant.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { BulkItem, BulkOrder } from '../model.ts';
import { tellFirm } from '../tell-firm.ts';

/** What is printed within so many ms is told of together: a stack is marked in one go, or in a few. */
const GATHERED_MS = 5 * 60_000;

/**
 * Tells the member of paper that can be collected: of an order by itself at once, of a bulk order together with the rest
 * that is printed meanwhile. Follows `paper.ready`.
 */
export async function tellPaperReady(ready: Events['paper.ready'], t: Transaction): Promise<void> {
  const { applicationId, bulkOrderId, place, hours } = ready;
  const [gathered] =
    bulkOrderId === null
      ? [0]
      : await BulkItem.update(
          { isPaperUntold: true },
          { where: { orderId: bulkOrderId, applicationId }, transaction: t },
        );
  if (bulkOrderId === null || gathered === 0) {
    return tellApplicant({ event: 'paper_ready', applicationId, facts: { place, hours } }, t);
  }
  const turn = Math.floor(clock.now() / GATHERED_MS) + 1;
  const dedupeKey = `bulk-papers:${bulkOrderId}:${turn}`;
  await enqueue('tell-bulk-papers', { bulkOrderId }, { t, runAt: turn * GATHERED_MS, dedupeKey });
}

/** Tells a firm in one message of all paper of a bulk order that became ready since it last heard. May run again. */
export async function tellPapers(orderId: number): Promise<void> {
  const { officeAddress: place, officeHours: hours } = await readSettings();
  await transaction(async (t) => {
    const order = await BulkOrder.findByPk(orderId, { transaction: t, lock: t.LOCK.UPDATE, rejectOnEmpty: true });
    const [ready] = await BulkItem.update(
      { isPaperUntold: false },
      { where: { orderId, isPaperUntold: true }, transaction: t },
    );
    if (ready === 0) return;
    await tellFirm(order, { event: 'bulk_paper_ready', facts: { ready: String(ready), place, hours } }, t);
  });
}
