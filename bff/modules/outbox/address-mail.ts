import type { Transaction } from 'sequelize';
import { readAsker } from '../accounts/read-asker.ts';
import { countMail } from '../recipients/count-mail.ts';
import { oneSpelling } from '../recipients/mailbox.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { Message } from './model.ts';
import { messageOf, sendLater, type OutgoingMail } from './send-later.ts';
import { writeMessage } from './write-message.ts';

/** Why a mail that a member addressed is not sent, as member and staff read it. */
export const REFUSALS = {
  too_many: '该邮箱今天收到的邮件已达上限。请下载后自行发送，或明天再试；本人的邮箱在“账户信息”中确认后不受此限制',
  stopped: '收件人已要求不再接收会员通过本系统发送的邮件。请下载后自行发送，或与收件人联系',
} as const;

/** What becomes of one mail to an address that a member typed, and who asked for it, as its recipient reads that. */
export interface Addressed {
  verdict: 'own' | 'counted' | keyof typeof REFUSALS;
  asker: string;
}

/**
 * Decides on one mail to an address that a member typed. A mailbox that this account has not confirmed as its own gets so
 * many a day over all accounts, and none once its owner has stopped them. In the transaction that writes the mail: what is
 * not sent is not counted.
 * @param askedBy the account
 */
export async function decideMail(
  { recipient, askedBy }: { recipient: string; askedBy: number },
  t: Transaction,
): Promise<Addressed> {
  const { words: asker, confirmedAddress } = await readAsker(askedBy, t);
  if (confirmedAddress !== null && oneSpelling(confirmedAddress) === oneSpelling(recipient)) {
    return { verdict: 'own', asker };
  }
  const { mailsPerRecipientDay: limit } = await readSettings(t);
  return { verdict: await countMail({ address: recipient, limit }, t), asker };
}

/**
 * Writes a mail to an address that a member typed. One to somebody else's mailbox says who asked for it and how to stop it.
 * What is refused is kept as `refused` with the reason, for member and staff. In the transaction of what it tells about.
 * @param mail.askedBy the account, or what has been decided of this mail
 */
export async function addressMail(
  mail: OutgoingMail & { askedBy: number | Addressed },
  t: Transaction,
): Promise<Message> {
  const { askedBy, ...plain } = mail;
  const { recipient } = plain;
  const { verdict, asker } = typeof askedBy === 'number' ? await decideMail({ recipient, askedBy }, t) : askedBy;
  if (verdict === 'own') return sendLater(plain, t);
  const addressed = { ...plain, data: { ...plain.data, asker } };
  if (verdict === 'counted') return sendLater(addressed, t);
  return writeMessage({ ...messageOf(addressed), state: 'refused', lastError: REFUSALS[verdict] }, t);
}
