import type { Transaction } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { Activity, Registration } from '../model.ts';
import { tellLawyer } from '../seats/tell-lawyer.ts';
import { RosterMessage, RosterRecipient } from './model.ts';

/** People who are told by one job. */
const PIECE = 50;

/**
 * Tells those whom a message is for, in pieces: who was told is noted in the transaction that tells him, so that whoever
 * dies amid it is followed by the next attempt, and nobody is told twice.
 */
export async function tellRoster({
  messageId,
  signal,
  piece = PIECE,
}: {
  messageId: number;
  signal?: AbortSignal;
  piece?: number;
}): Promise<void> {
  while ((await transaction((t) => tellSome({ messageId, piece }, t))) === piece) signal?.throwIfAborted();
}

async function tellSome({ messageId, piece }: { messageId: number; piece: number }, t: Transaction): Promise<number> {
  const message = await RosterMessage.findByPk(messageId, { transaction: t, lock: t.LOCK.UPDATE, rejectOnEmpty: true });
  const activity = await Activity.findByPk(message.activityId, { transaction: t, rejectOnEmpty: true });
  const open = await RosterRecipient.findAll({
    where: { messageId, toldAt: null },
    order: ['id'],
    limit: piece,
    transaction: t,
    lock: t.LOCK.UPDATE,
  });
  for (const recipient of open) {
    const registration = await Registration.findByPk(recipient.registrationId, { transaction: t, rejectOnEmpty: true });
    await tellLawyer({ activity, registration, event: 'activity_message', news: message.words }, t);
    await recipient.update({ toldAt: clock.now() }, { transaction: t });
  }
  return open.length;
}
