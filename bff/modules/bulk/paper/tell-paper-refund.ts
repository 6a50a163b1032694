import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { INBOX_EVENTS } from '../../../contract/notifications/enums.ts';
import { toYuan } from '../../../contract/text.ts';
import { env } from '../../../env.ts';
import type { Events } from '../../../events.ts';
import { select } from '../../../platform/db/database.ts';
import { tell } from '../../notifications/tell.ts';
import { composeLine } from '../../outbox/compose-mail.ts';
import { BulkOrder } from '../model.ts';

const labelRow = z.strictObject({ label: z.string() });

/** Tells a firm of money that is back for the paper of a bulk order. Follows `bulk-paper.refunded`. */
export async function tellPaperRefund(
  { bulkOrderId, amountFen }: Events['bulk-paper.refunded'],
  t: Transaction,
): Promise<void> {
  const order = await BulkOrder.findByPk(bulkOrderId, { transaction: t, rejectOnEmpty: true });
  const [type] = await select(labelRow, 'SELECT label FROM certificate_types WHERE id = ?', [order.typeId], t);
  const page = `bulk?id=${bulkOrderId}`;
  const { firmId, accountId, accountName: applicant, content } = order;
  const amount = `${toYuan(amountFen)}元`;
  const data = { applicant, type: type?.label ?? '', amount, url: `${env.PUBLIC_URL}/${page}` };
  const body = await composeLine('bulk_paper_refunded', 'inbox.txt', data);
  const mail = { recipient: content.email, askedBy: accountId, template: 'bulk_paper_refunded', data } as const;
  await tell(
    {
      member: { kind: 'firm', id: firmId },
      event: 'bulk_paper_refunded',
      words: { title: INBOX_EVENTS.bulk_paper_refunded, body },
      subject: null,
      page,
      ...(content.email !== '' && { mail }),
    },
    t,
  );
}
