import type { Transaction } from 'sequelize';
import { DAY_MS, toShanghaiMinute } from '../../contract/dates.ts';
import { clock } from '../../platform/clock/clock.ts';
import { decrypt } from '../../platform/crypto/encryption.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { PermanentFailure } from '../../platform/jobs/permanent-failure.ts';
import { MailRefused, sendMail } from '../../platform/mailer/mailer.ts';
import { env } from '../../env.ts';
import { transaction } from '../../platform/db/database.ts';
import { storage } from '../../platform/storage/storage.ts';
import { isStopped } from '../recipients/count-mail.ts';
import { stopTokenOf } from '../recipients/mailbox.ts';
import { readSettings } from '../settings/read-settings.ts';
import { REFUSALS } from './address-mail.ts';
import { composeMail } from './compose-mail.ts';
import { deliverWechat } from './deliver-wechat.ts';
import { deliverText } from './texts/deliver-text.ts';
import { Message, type MailData } from './model.ts';
import { subjectOf } from './subject-of.ts';
import { NEWER_VALUES } from './newer-values.ts';
import { noteRefusal } from './note-refusal.ts';
import { secretContext } from './send-later.ts';
import { jobKey } from './write-message.ts';
import { inTurn } from './texts/text-quota.ts';

/** What of an error staff read; the stack stays in the log. */
const ERROR_LENGTH = 500;

/**
 * Sends one written message. Sent ones are left alone; a repetition after a crash between the mail server's yes and our
 * note of it carries the same Message-ID, by which receivers drop it. What the mail server refuses for good is not
 * tried again (PermanentFailure).
 */
export async function sendMessage(messageId: number): Promise<void> {
  const message = await Message.findByPk(messageId, { rejectOnEmpty: true });
  if (message.state === 'sent' || message.state === 'refused') return;
  if (isAddressed(message) && (await isStopped(message.recipient))) return refuse(message);
  if (message.textBudget !== 'notice') return attempt(message);
  const turn = await inTurn(message.recipient, () => attempt(message));
  if (turn !== null) await postpone(message, turn);
}

async function attempt(message: Message): Promise<void> {
  // Whatever fails is noted: who finds an attempt without a word took over from one that died amid it.
  const isUnsure = message.attempts > 0 && message.lastError === '';
  await message.update({ attempts: message.attempts + 1, lastError: '' });
  try {
    if (message.channel === 'wechat') {
      if (isUnsure) return await noteRefused(message, MAYBE_ARRIVED);
      if (!(await deliverWechat(message))) return await noteRefused(message, '本人没有订阅这类微信消息');
    } else if (message.channel === 'sms') await deliverText(message, secretOf(message), isUnsure);
    else await deliver(message);
  } catch (error) {
    const lastError = describe(error);
    await Message.update({ lastError }, { where: { id: message.id, sentAt: null } });
    throw error instanceof MailRefused ? new PermanentFailure(lastError, { cause: error }) : error;
  }
  await message.update({ state: 'sent', sentAt: clock.now(), lastError: '', secret: null });
}

/** Many mail servers take 10 MB, and on its way a file grows by more than a third. */
export const attachable = { maxBytes: 7 * 1024 * 1024 };

async function deliver(message: Message): Promise<void> {
  const attached = await attachmentOf(message);
  const { association, registryPhone } = await readSettings();
  const file = attached ? '证明文件见附件。' : '请登录后下载证明文件。';
  const stopUrl = isAddressed(message) ? `${env.PUBLIC_URL}/stop-mail?t=${stopTokenOf(message.recipient)}` : '';
  const given = { association, phone: registryPhone, file, stopUrl };
  const data = { ...given, ...NEWER_VALUES[message.template], ...message.data, ...secretOf(message) };
  await sendMail({
    to: message.recipient,
    ...(await composeMail(message.template, data)),
    ...(attached && { attachments: [attached] }),
    messageId: `message-${message.id}`,
  });
}

/** Whether a member had it sent to a mailbox that he or she has not confirmed (address-mail.ts). */
export const isAddressed = ({ data }: Pick<Message, 'data'>): boolean => (data['asker'] ?? '') !== '';

/**
 * A notice that would go beyond what the provider lets a number have: it waits for its turn. After a day it is worth
 * nothing any more. Throws PermanentFailure then.
 */
async function postpone(message: Message, turn: number): Promise<void> {
  if (turn > message.createdAt + DAY_MS) throw new PermanentFailure('发往该手机号的通知短信已达上限，未发送');
  await transaction(async (t) => {
    await message.update({ lastError: `短信频率限制，将于${toShanghaiMinute(turn)}发送` }, { transaction: t });
    const dedupeKey = `${jobKey(message.id)}:at:${turn}`;
    await enqueue('send-message', { messageId: message.id }, { t, runAt: turn, dedupeKey });
  });
}

/** WeChat knows no repetition and cannot be asked; inbox and mail have told it already, so that it is better not said twice. */
const MAYBE_ARRIVED = '发送时中断，微信可能已经送达，不再重复发送';

/** Nobody is bothered who has not allowed it: inbox and mail have told it already. */
async function noteRefused(message: Message, lastError: string): Promise<void> {
  await message.update({ state: 'refused', lastError });
}

/** Its recipient stopped such mails while it waited. */
async function refuse(message: Message): Promise<void> {
  await transaction(async (t) => {
    const lastError = REFUSALS.stopped;
    const where = { id: message.id, state: 'waiting' };
    const [rows] = await Message.update({ state: 'refused', lastError, secret: null }, { where, transaction: t });
    const subject = subjectOf(message);
    if (rows > 0 && subject) await noteRefusal({ subject, address: message.recipient, lastError }, t);
  });
}

/** The file that goes with a message; of a notice only if it is small enough. */
async function attachmentOf({ storageKey, fileName, isFileEssential }: Message) {
  if (!storageKey) return null;
  const content = await storage.get(storageKey);
  if (!isFileEssential && content.length > attachable.maxBytes) return null;
  return { filename: fileName ?? '', content, contentType: 'application/pdf' };
}

function secretOf({ id, secret }: Message): MailData {
  return secret === null ? {} : (JSON.parse(decrypt(secret, secretContext(id))) as MailData);
}

const describe = (error: unknown) =>
  [...(error instanceof Error ? error.message : String(error))].slice(0, ERROR_LENGTH).join('');

/** Every attempt failed: staff see it and can send it again. A code that nobody got is worth nothing any more. */
export async function markMessageFailed(messageId: number, error: Error, t: Transaction): Promise<void> {
  await Message.update(
    { state: 'failed', lastError: describe(error), secret: null },
    { where: { id: messageId, sentAt: null }, transaction: t },
  );
}
