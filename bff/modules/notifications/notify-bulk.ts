import type { Transaction } from 'sequelize';
import { INBOX_EVENTS } from '../../contract/notifications/enums.ts';
import { env } from '../../env.ts';
import { clock } from '../../platform/clock/clock.ts';
import { addressMail } from '../outbox/address-mail.ts';
import { composeLine } from '../outbox/compose-mail.ts';
import { InboxEntry } from './model.ts';

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
}

/** Tells a firm of all certificates of a bulk order at once, in the inbox and by mail: one message instead of hundreds. */
export async function notifyBulk(notice: BulkNotice, t: Transaction): Promise<void> {
  const { orderId, firmId, accountId, applicant, email, typeLabel, total, issued, toPerson, others } = notice;
  const data = {
    ...{ applicant, type: typeLabel, total: String(total), issued: String(issued) },
    ...{ toPerson: String(toPerson), others: String(others), url: `${env.PUBLIC_URL}/bulk?id=${orderId}` },
  };
  const mail = { recipient: email, template: 'bulk_done', data } as const;
  const sent = email === '' ? null : await addressMail({ ...mail, askedBy: accountId }, t);
  const unsent = sent?.state === 'refused' ? `邮件未发送到 ${email}：${sent.lastError}。` : '';
  await InboxEntry.create(
    {
      ...{ memberKind: 'firm', memberId: firmId, event: 'bulk_done', title: INBOX_EVENTS.bulk_done },
      body: `${await composeLine('bulk_done', 'inbox.txt', data)}${unsent}`,
      ...{ applicationId: null, createdAt: clock.now(), readAt: null },
    },
    { transaction: t },
  );
}
