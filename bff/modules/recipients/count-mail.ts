import type { Transaction } from 'sequelize';
import { clock } from '../../platform/clock/clock.ts';
import { unlessThere } from '../../platform/db/prepared.ts';
import { write } from '../../platform/db/database.ts';
import { linkHashOf, recipientKeyOf } from './mailbox.ts';
import { MailRecipient } from './model.ts';

/**
 * Counts a mail to a mailbox that its asker has not confirmed, over all accounts, if it may be sent today (Asia/Shanghai):
 * one conditional UPDATE decides, however many ask at once in however many processes. In the transaction that writes the
 * mail: what is not sent is not counted.
 * @param limit mails a day; null: staff have it sent, which is counted but never too much
 */
export async function countMail(
  { address, limit }: { address: string; limit: number | null },
  t: Transaction,
): Promise<'counted' | 'too_many' | 'stopped'> {
  const recipientKey = recipientKeyOf(address);
  const today = clock.today();
  const isCounted = async () => {
    const { changed } = await write(
      // MySQL assigns from left to right: the count looks at the old day.
      `UPDATE mail_recipients SET counted = CASE WHEN counted_on = ? THEN counted + 1 ELSE 1 END, counted_on = ?
        WHERE recipient_key = ? AND stopped_at IS NULL AND (counted_on <> ? OR counted < ?)`,
      [today, today, recipientKey, today, limit ?? Number.MAX_SAFE_INTEGER],
      t,
    );
    return changed > 0;
  };
  if (await isCounted()) return 'counted';
  // Nobody has written to it before, or it is not counted.
  await write(
    `INSERT INTO mail_recipients (recipient_key, link_hash) VALUES (?, ?) ${unlessThere('recipient_key')}`,
    [recipientKey, linkHashOf(address)],
    t,
  );
  if (await isCounted()) return 'counted';
  const { stoppedAt } = await MailRecipient.findOne({ where: { recipientKey }, transaction: t, rejectOnEmpty: true });
  return stoppedAt === null ? 'too_many' : 'stopped';
}

/** Whether the owner of a mailbox wants no more mails that members address to it. */
export async function isStopped(address: string): Promise<boolean> {
  const known = await MailRecipient.findOne({ where: { recipientKey: recipientKeyOf(address) } });
  return (known?.stoppedAt ?? null) !== null;
}
