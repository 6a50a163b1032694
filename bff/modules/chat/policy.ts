import type { Transaction } from 'sequelize';
import { memberIdOf, type Actor, type StaffActor } from '../../actor.ts';
import { AppError } from '../../errors.ts';
import { Chat, ChatMessage } from './model.ts';
import { isOfferedTo, isPartOf, mayShow } from './rules.ts';

type Found = Pick<Chat, 'state' | 'memberKind' | 'memberId' | 'assigneeId' | 'offeredTo' | 'offeredRole'>;

const asking = (actor: Actor) =>
  actor.kind === 'staff'
    ? ({ staff: { id: actor.accountId, roles: actor.roles } } as const)
    : ({ member: memberIdOf(actor) } as const);

/** Whether this actor may see a talk, and whether it may be spoken in by them while it is open. */
export const sees = (actor: Actor, chat: Found): boolean => mayShow(asking(actor), chat);
/** Whether a talk that somebody else has may be accepted by this colleague. */
export const mayAccept = ({ accountId, roles }: StaffActor, chat: Found): boolean =>
  chat.state === 'talking' && Number(chat.assigneeId) !== accountId && isOfferedTo({ id: accountId, roles }, chat);
export const speaksIn = (actor: Actor, chat: Found): boolean => isPartOf(asking(actor), chat);

/**
 * Loads a talk that the actor may see; in a transaction its row is locked. Throws `not_found` otherwise, so that a foreign
 * one and one that does not exist look alike.
 */
export async function loadChat(actor: Actor, id: number, t?: Transaction): Promise<Chat> {
  const chat = await Chat.findByPk(id, t && { transaction: t, lock: t.LOCK.UPDATE });
  if (!chat || !sees(actor, chat)) throw new AppError('not_found');
  return chat;
}

/** The same for whoever speaks or acts in it. Throws `wrong_state` in words where it is over, or somebody else's. */
export async function loadChatToSpeak(actor: Actor, id: number, t: Transaction): Promise<Chat> {
  const chat = await loadChat(actor, id, t);
  expectSpeaks(actor, chat);
  return chat;
}

/** The same of a talk that is loaded. */
export function expectSpeaks(actor: Actor, chat: Found): void {
  expectOpen(chat);
  if (!speaksIn(actor, chat))
    throw new AppError('wrong_state', { message: '这次对话不在您名下，请先接入，或请同事转接' });
}

/** Throws `wrong_state` in words for a talk that is over. */
export function expectOpen({ state }: Pick<Chat, 'state'>): void {
  if (state === 'closed') {
    throw new AppError('wrong_state', { message: '对话已结束，是否重新咨询或转为工单' });
  }
}

/** Returns where the actor may see the talk of a message, and with it its file; throws `not_found` otherwise. */
export async function expectChatMessageVisible(actor: Actor, id: number): Promise<void> {
  const message = await ChatMessage.findByPk(id);
  if (!message) throw new AppError('not_found');
  await loadChat(actor, Number(message.chatId));
}

/** Throws `wrong_state` in words unless the talk is this colleague's own. */
export function expectOwn(actor: StaffActor, chat: Pick<Chat, 'state' | 'assigneeId'>): void {
  expectOpen(chat);
  if (chat.assigneeId !== actor.accountId) throw new AppError('wrong_state', { message: '这次对话不在您名下' });
}
