import { toIso } from '../../contract/dates.ts';
import type { ChatMessage as ShownMessage, ChatPlace, ChatRow, OwnChat } from '../../contract/chat/replies.ts';
import type { Chat } from './model.ts';
import { deskName } from './rules.ts';
import type { ReadMessage } from './talk/read-messages.ts';

/** Who reads the answer: names and notes of the staff are not for members. */
export type Reader = 'member' | 'staff';

/** One number of a talk as one side reads it. */
export const presentMessage = (message: ReadMessage, reader: Reader): ShownMessage => ({
  seq: message.seq,
  at: toIso(message.at),
  kind: message.kind,
  by: message.byKind,
  byName: message.byKind === 'staff' && reader === 'member' ? deskName(message.byId) : message.byName,
  clientId: message.clientId,
  text: message.facts ? '' : message.body,
  file: message.files[0] ?? null,
  event: message.event,
  facts: message.facts,
  about: message.about,
});

/** The ticket that a talk became, or null; its id is a column of 64 bits, which a driver may hand out as text. */
const ticketOf = ({ ticketId, ticketNumber }: Pick<Chat, 'ticketId' | 'ticketNumber'>) =>
  ticketId === null ? null : { id: Number(ticketId), number: ticketNumber };

/** A talk as its member sees it. @param place while it waits */
export const presentOwnChat = (chat: Chat, place: ChatPlace | null): OwnChat => ({
  id: Number(chat.id),
  subject: chat.subject,
  state: chat.state,
  openedAt: toIso(Number(chat.openedAt)),
  closedAt: chat.closedAt === null ? null : toIso(Number(chat.closedAt)),
  staffName: chat.assigneeId === null ? '' : deskName(Number(chat.assigneeId)),
  lastSeq: Number(chat.lastSeq),
  place,
  ticket: ticketOf(chat),
  can: {
    send: chat.state !== 'closed',
    end: chat.state !== 'closed',
    ticket: chat.ticketId === null && chat.state !== 'talking',
  },
});

/**
 * A line of the desk.
 * @param reader mayAccept: what is offered is offered to them; unread: numbers of the member that were not read
 */
export const presentChatRow = (chat: Chat, reader: { id: number; mayAccept: boolean; unread: number }): ChatRow => ({
  id: Number(chat.id),
  subject: chat.subject,
  state: chat.state,
  memberKind: chat.memberKind,
  memberId: Number(chat.memberId),
  memberName: chat.memberName,
  openedAt: toIso(Number(chat.openedAt)),
  waitsSince: toIso(
    chat.state === 'waiting' ? Math.max(Number(chat.queuedAt), Number(chat.openedAt)) : Number(chat.lastAt),
  ),
  closedAt: chat.closedAt === null ? null : toIso(Number(chat.closedAt)),
  assigneeName: chat.assigneeName,
  isMine: Number(chat.assigneeId) === reader.id,
  unread: reader.unread,
  lastSeq: Number(chat.lastSeq),
  lastBy: chat.lastBy,
  lastAt: toIso(Number(chat.lastAt)),
  offer:
    chat.offeredAt === null
      ? null
      : { by: chat.assigneeName, to: chat.offeredName, isToMe: reader.mayAccept, word: chat.offerWord },
});
