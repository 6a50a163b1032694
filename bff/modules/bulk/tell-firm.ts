import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { INBOX_EVENTS } from '../../contract/notifications/enums.ts';
import { env } from '../../env.ts';
import { select } from '../../platform/db/database.ts';
import { tell } from '../notifications/tell.ts';
import { composeLine } from '../outbox/compose-mail.ts';
import type { BulkOrder } from './model.ts';

const labelRow = z.strictObject({ label: z.string() });

/** What a firm is told of a bulk order: an event, and what its templates say of it besides applicant, type and address. */
interface Told {
  event: 'bulk_done' | 'bulk_paper_ready' | 'bulk_paper_refunded' | 'bulk_paper_lapsed';
  facts: Record<string, string>;
}

/** Tells a firm of its bulk order as a whole, in the inbox and at the mailbox of the order, if it has one. */
export async function tellFirm(order: BulkOrder, { event, facts }: Told, t: Transaction): Promise<void> {
  const { id, firmId, accountId, accountName: applicant, content } = order;
  const [type] = await select(labelRow, 'SELECT label FROM certificate_types WHERE id = ?', [order.typeId], t);
  if (!type) throw new Error(`bulk order ${id} has no type`);
  const page = `bulk?id=${id}`;
  const data = { applicant, type: type.label, ...facts, url: `${env.PUBLIC_URL}/${page}` };
  const words = { title: INBOX_EVENTS[event], body: await composeLine(event, 'inbox.txt', data) };
  const mail = { recipient: content.email, askedBy: accountId, template: event, data } as const;
  const member = { kind: 'firm', id: firmId } as const;
  await tell({ member, event, words, subject: null, page, ...(content.email !== '' && { mail }) }, t);
}
