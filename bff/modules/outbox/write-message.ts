import type { CreationAttributes, Transaction } from 'sequelize';
import { clock } from '../../platform/clock/clock.ts';
import { createRow } from '../../platform/db/prepared.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { Message } from './model.ts';

/** What a message says to whom; what is left out is so of one that waits. */
type NewMessage = Pick<CreationAttributes<Message>, 'channel' | 'recipient' | 'template' | 'data'> &
  Partial<CreationAttributes<Message>>;

/** The job that sends a message. */
export const jobKey = (messageId: number) => `message:${messageId}`;

/** Writes a message that waits, or one that is not sent and why (`state`, `lastError`). */
export const writeMessage = (message: NewMessage, t: Transaction): Promise<Message> =>
  createRow(
    Message,
    { state: 'waiting', lastError: '', createdAt: clock.now(), sentAt: null, attempts: 0, secret: null, ...message },
    t,
  );

/**
 * Writes a message and its job in the transaction of what it tells about: sent if and only if that is committed.
 * @param sentFrom not before that instant; absent: at once
 */
export async function queueMessage(message: NewMessage, t: Transaction, sentFrom?: number): Promise<Message> {
  const written = await writeMessage(message, t);
  const runAt = sentFrom === undefined ? {} : { runAt: sentFrom };
  await enqueue('send-message', { messageId: written.id }, { t, dedupeKey: jobKey(written.id), ...runAt });
  return written;
}
