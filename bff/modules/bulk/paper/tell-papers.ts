import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { INBOX_EVENTS } from '../../../contract/notifications/enums.ts';
import type { Events } from '../../../events.ts';
import { env } from '../../../env.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select, transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { tellApplicant } from '../../certificates/reading/tell-applicant.ts';
import { tell } from '../../notifications/tell.ts';
import { composeLine } from '../../outbox/compose-mail.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { BulkItem, BulkOrder } from '../model.ts';

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

const labelRow = z.strictObject({ label: z.string() });

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
    const [type] = await select(labelRow, 'SELECT label FROM certificate_types WHERE id = ?', [order.typeId], t);
    const page = `bulk?id=${orderId}`;
    const { firmId, accountId, accountName: applicant, content } = order;
    const url = `${env.PUBLIC_URL}/${page}`;
    const data = { applicant, type: type?.label ?? '', ready: String(ready), place, hours, url };
    const body = await composeLine('bulk_paper_ready', 'inbox.txt', data);
    const mail = { recipient: content.email, askedBy: accountId, template: 'bulk_paper_ready', data } as const;
    await tell(
      {
        member: { kind: 'firm', id: firmId },
        event: 'bulk_paper_ready',
        words: { title: INBOX_EVENTS.bulk_paper_ready, body },
        subject: null,
        page,
        ...(content.email !== '' && { mail }),
      },
      t,
    );
  });
}
