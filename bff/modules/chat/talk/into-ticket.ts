import type { Transaction } from 'sequelize';
import type { Actor, MemberActor, StaffActor } from '../../../actor.ts';
import type { TicketCategoryKey } from '../../../contract/tickets/enums.ts';
import { MAX_CHAT_SUBJECT } from '../../../contract/chat/limits.ts';
import { toShanghaiMinute } from '../../../contract/dates.ts';
import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import { openTicketFromTalk } from '../../tickets/asking/open-from-talk.ts';
import { ChatMessage, type Chat } from '../model.ts';
import { expectOwn, loadChat } from '../policy.ts';
import { closeChat } from './close-chat.ts';
import { ofChatMessage } from './send-message.ts';
import { writeEvent } from './write-number.ts';

/** What nobody can answer here now goes on as a ticket, with every word and picture. Throws `not_found`, `wrong_state`. */
export async function turnOwnIntoTicket(asked: {
  actor: MemberActor;
  id: number;
  category: TicketCategoryKey | undefined;
}): Promise<void> {
  const { actor, id, category = 'other' } = asked;
  await transaction(async (t) => {
    const chat = await loadChat(actor, id, t);
    if (chat.state === 'talking') {
      throw new AppError('wrong_state', { message: '对话还在进行，需要转为工单的请告诉客服' });
    }
    await turn({ chat, by: actor, category, title: titleOf(chat, await saidIn(chat, t)) }, t);
  });
}

/** The same by whoever of the desk has talked with the member. Throws `not_found`, `wrong_state`. */
export async function turnIntoTicket(asked: {
  actor: StaffActor;
  id: number;
  category: TicketCategoryKey;
  title: string;
}): Promise<void> {
  const { actor, id, category, title } = asked;
  await transaction(async (t) => {
    const chat = await loadChat(actor, id, t);
    if (chat.state !== 'closed') expectOwn(actor, chat);
    await turn({ chat, by: actor, category, title }, t);
  });
}

async function saidIn(chat: Chat, t: Transaction): Promise<ChatMessage[]> {
  const where = { chatId: chat.id, kind: ['text', 'file', 'faq'] };
  return ChatMessage.findAll({ where, order: ['seq'], transaction: t });
}

async function turn(
  { chat, by, category, title }: { chat: Chat; by: Actor; category: TicketCategoryKey; title: string },
  t: Transaction,
): Promise<void> {
  if (chat.ticketId !== null) {
    throw new AppError('wrong_state', { message: `已转为工单${chat.ticketNumber}` });
  }
  const said = await saidIn(chat, t);
  const lines = said
    .filter(({ kind, body }) => kind !== 'file' && body !== '')
    .map(({ at, byKind, kind, body }) => {
      const who = byKind === 'staff' ? '客服：' : '';
      return `${toShanghaiMinute(Number(at)).slice(11)} ${who}${kind === 'faq' ? `常见问题“${body}”` : body}`;
    });
  const files = said.filter(({ kind }) => kind === 'file').map(({ id }) => ofChatMessage(Number(id)));
  const member = { kind: chat.memberKind, id: Number(chat.memberId) };
  const asker = { member, name: chat.memberName, accountId: Number(chat.accountId) };
  const ticket = await openTicketFromTalk({ asker, by, category, title, lines, files }, t);
  const change = { ticketId: ticket.id, ticketNumber: ticket.number };
  if (chat.state === 'closed') await writeEvent(chat, { event: 'ticketed', by }, change, t);
  else await closeChat(chat, { event: 'ticketed', by }, change, t);
}

/** The title of the ticket: the question with which the talk was begun, or else its first words. */
function titleOf(chat: Chat, said: readonly ChatMessage[]): string {
  const words = chat.subject || (said.find(({ kind, body }) => kind === 'text' && body !== '')?.body ?? '在线咨询');
  return [...words.replace(/\s+/g, ' ')].slice(0, MAX_CHAT_SUBJECT).join('');
}
