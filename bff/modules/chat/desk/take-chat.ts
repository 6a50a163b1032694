import { Op, type Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { lockAccount } from '../../accounts/lock-account.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { Chat } from '../model.ts';
import { expectOpen, expectOwn, loadChat, sees } from '../policy.ts';
import { NO_OFFER } from '../talk/no-offer.ts';
import { writeEvent } from '../talk/write-number.ts';

/**
 * Takes a talk that waits. Of two colleagues who take it at once, one gets it. Throws `not_found`, `wrong_state` in words.
 */
export async function takeChat({ actor, id }: { actor: StaffActor; id: number }): Promise<void> {
  await transaction(async (t) => {
    const chat = await Chat.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
    if (chat?.state === 'talking' && chat.assigneeId !== null) {
      if (Number(chat.assigneeId) === actor.accountId) return;
      // Whoever comes second saw it wait a moment ago, and may know why it is gone.
      throw new AppError('wrong_state', { message: `已由${chat.assigneeName}接入` });
    }
    if (!chat || !sees(actor, chat)) throw new AppError('not_found');
    expectOpen(chat);
    await expectRoom(actor, t);
    await give(chat, { to: actor, event: 'taken' }, t);
  });
}

/** Puts an own talk back, before everybody who waits. Throws `not_found`, `wrong_state`. */
export async function returnChat({ actor, id }: { actor: StaffActor; id: number }): Promise<void> {
  await transaction(async (t) => {
    const chat = await loadChat(actor, id, t);
    expectOwn(actor, chat);
    await putBack(chat, t);
  });
}

/** Puts a talk back to the front of the queue: by when it came first, not by when it comes back. */
export async function putBack(chat: Chat, t: Transaction): Promise<void> {
  const first = await Chat.min<number | null, Chat>('queuedAt', { where: { state: 'waiting' }, transaction: t });
  const queuedAt = Math.min(Number(chat.openedAt), first === null ? Infinity : Number(first) - 1);
  const nobody = { state: 'waiting', assigneeId: null, assigneeName: '', queuedAt, ...NO_OFFER } as const;
  await writeEvent(chat, { event: 'returned', by: null }, nobody, t);
}

/** Gives a talk whose row is locked to one of the desk. */
export async function give(
  chat: Chat,
  { to, event }: { to: StaffActor; event: 'taken' | 'handed' },
  t: Transaction,
): Promise<void> {
  const now = clock.now();
  await writeEvent(
    chat,
    { event, by: to },
    {
      state: 'talking',
      assigneeId: to.accountId,
      assigneeName: to.name,
      takenAt: chat.takenAt ?? now,
      lastAt: now,
      askedAt: null,
      ...NO_OFFER,
    },
    t,
  );
}

/**
 * Throws `wrong_state` in words where somebody has as many talks as one can lead. The account is locked after the row of
 * the talk: of two talks that one colleague takes at once, the second counts the first.
 */
export async function expectRoom({ accountId }: StaffActor, t: Transaction): Promise<void> {
  await lockAccount(accountId, t);
  const own = { assigneeId: accountId, state: 'talking', closedAt: { [Op.is]: null } } as const;
  const { chatMostOwn } = await readSettings(t);
  if ((await Chat.count({ where: own, transaction: t })) < chatMostOwn) return;
  throw new AppError('wrong_state', { message: `同时最多接待${chatMostOwn}人，请先结束或转接一个` });
}
