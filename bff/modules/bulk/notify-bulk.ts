import type { Transaction } from 'sequelize';
import { INBOX_EVENTS } from '../../contract/notifications/enums.ts';
import { toYuan } from '../../contract/text.ts';
import { env } from '../../env.ts';
import { tell } from '../notifications/tell.ts';
import { composeLine } from '../outbox/compose-mail.ts';

/** What became of a bulk order, in numbers. */
export interface BulkNotice {
  orderId: number;
  firmId: number;
  /** Whose order it is. */
  accountId: number;
  applicant: string;
  email: string;
  typeLabel: string;
  total: number;
  issued: number;
  /** Waiting for a reviewer; each is told by itself later. */
  toPerson: number;
  /** What could not be submitted, was rejected or withdrawn, or failed. */
  others: number;
  /** What is to be paid for paper, fen. */
  owedFen: number;
}

/** Tells a firm of all certificates of a bulk order at once, in the inbox and by mail: one message instead of hundreds. */
export async function notifyBulk(notice: BulkNotice, t: Transaction): Promise<void> {
  const { orderId, firmId, accountId, applicant, email, typeLabel, total, issued, toPerson, others, owedFen } = notice;
  const page = `bulk?id=${orderId}`;
  const data = {
    applicant,
    type: typeLabel,
    total: String(total),
    issued: String(issued),
    toPerson: String(toPerson),
    others: String(others),
    owed: owedFen > 0 ? `${toYuan(owedFen)}元` : '无',
    url: `${env.PUBLIC_URL}/${page}`,
  };
  const words = { title: INBOX_EVENTS.bulk_done, body: await composeLine('bulk_done', 'inbox.txt', data) };
  const mail = { recipient: email, askedBy: accountId, template: 'bulk_done', data } as const;
  const member = { kind: 'firm', id: firmId } as const;
  await tell({ member, event: 'bulk_done', words, subject: null, page, ...(email !== '' && { mail }) }, t);
}
