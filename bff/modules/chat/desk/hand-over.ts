import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { ROLES } from '../../../contract/accounts/enums.ts';
import type { HandOverChat } from '../../../contract/chat/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { Chat, ChatNote } from '../model.ts';
import { expectOpen, expectOwn, loadChat, mayAccept, sees } from '../policy.ts';
import { NO_OFFER } from '../talk/no-offer.ts';
import { readPresent } from '../talk/read-door.ts';
import { writeEvent } from '../talk/write-number.ts';
import { expectRoom, give } from './take-chat.ts';

const MINUTE_MS = 60_000;

/**
 * Offers an own talk to a colleague who is there, or to a role of which somebody is; until it is accepted it stays. A
 * second offer takes the place of the first. Throws `not_found`, `wrong_state`, `invalid_fields`.
 */
export async function handOverChat(asked: { actor: StaffActor; id: number; input: HandOverChat }): Promise<void> {
  const { actor, id, input } = asked;
  const others = (await readPresent()).filter((one) => one.id !== actor.accountId);
  await transaction(async (t) => {
    const chat = await loadChat(actor, id, t);
    expectOwn(actor, chat);
    const offer = { ...recipientOf(input, others), offeredAt: clock.now(), offerWord: input.word };
    await writeEvent(chat, { event: 'offered', by: actor }, offer, t);
  });
}

/** Who is asked, as the talk keeps it. */
function recipientOf(input: HandOverChat, present: Awaited<ReturnType<typeof readPresent>>) {
  if (input.kind === 'role') {
    if (!present.some(({ roles }) => roles.includes(input.role))) {
      throw new AppError('invalid_fields', { fields: { role: '该岗位现在没有其他人在岗，请另选' } });
    }
    return { offeredTo: null, offeredRole: input.role, offeredName: `${ROLES[input.role]}（任一人）` };
  }
  const colleague = present.find(({ id }) => id === input.to);
  if (!colleague) throw new AppError('invalid_fields', { fields: { to: '该同事现在不在岗，请另选' } });
  return { offeredTo: colleague.id, offeredRole: null, offeredName: colleague.name };
}

/**
 * Accepts a talk that was offered; the word that came with it stays among the notes. Of two who accept at once one has it.
 * Throws `not_found`, `wrong_state` in words.
 */
export async function acceptChat({ actor, id }: { actor: StaffActor; id: number }): Promise<void> {
  await transaction(async (t) => {
    const chat = await Chat.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
    if (!chat) throw new AppError('not_found');
    if (!mayAccept(actor, chat)) return expectHandled(actor, chat);
    await expectRoom(actor, t);
    if (chat.offerWord !== '') {
      const { assigneeId, assigneeName, offerWord } = chat;
      const note = { byId: Number(assigneeId), byName: assigneeName, body: `转接附言：${offerWord}` };
      await ChatNote.create({ chatId: chat.id, at: clock.now(), ...note }, { transaction: t });
    }
    await give(chat, { to: actor, event: 'handed' }, t);
  });
}

/** Returns where the talk is the actor's already; says otherwise why there is nothing to accept any more. */
function expectHandled(actor: StaffActor, chat: Chat): void {
  if (chat.state === 'talking' && Number(chat.assigneeId) === actor.accountId) return;
  // Whoever comes second was offered it a moment ago, and may know who has it.
  if (chat.state === 'talking') {
    throw new AppError('wrong_state', { message: `转接已取消或已由他人接受，现由${chat.assigneeName}接待` });
  }
  if (!sees(actor, chat)) throw new AppError('not_found');
  expectOpen(chat);
  throw new AppError('wrong_state', { message: '转接已取消' });
}

/** Says no to a talk that was offered to the actor in person; it stays where it is. Throws `not_found`, `wrong_state`. */
export async function refuseChat({ actor, id }: { actor: StaffActor; id: number }): Promise<void> {
  await transaction(async (t) => {
    const chat = await loadChat(actor, id, t);
    if (!mayAccept(actor, chat) || chat.offeredRole !== null) {
      throw new AppError('wrong_state', { message: '转接已取消' });
    }
    await writeEvent(chat, { event: 'offer_refused', by: actor }, NO_OFFER, t);
  });
}

/** Takes back an offer of an own talk. Throws `not_found`, `wrong_state`. */
export async function withdrawOffer({ actor, id }: { actor: StaffActor; id: number }): Promise<void> {
  await transaction(async (t) => {
    const chat = await loadChat(actor, id, t);
    expectOwn(actor, chat);
    if (chat.offeredAt === null) throw new AppError('wrong_state', { message: '这次对话没有在转接' });
    await writeEvent(chat, { event: 'offer_withdrawn', by: actor }, NO_OFFER, t);
  });
}

/** Offers that were made before it have had their time, epoch ms (转接等待时限 of the settings). */
export const offersLapseBefore = async (): Promise<number> =>
  clock.now() - (await readSettings()).chatOfferMinutes * MINUTE_MS;

/** Ends an offer that nobody has accepted in time, of a talk whose row is locked. */
export async function endLapsedOffer(chat: Chat, lapsed: number, t: Transaction): Promise<void> {
  if (chat.offeredAt === null || Number(chat.offeredAt) > lapsed) return;
  await writeEvent(chat, { event: 'offer_lapsed', by: null }, NO_OFFER, t);
}
