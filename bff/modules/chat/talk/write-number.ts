import type { Transaction } from 'sequelize';
import type { ChatEvent, ChatKind, ChatSide } from '../../../contract/chat/enums.ts';
import { SYSTEM, type Actor } from '../../../actor.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { signalChat, signalDesk } from '../signals/publish.ts';
import { ChatMessage, type Chat } from '../model.ts';

/** What gets the next number of a talk. */
export interface Said {
  kind: ChatKind;
  /** Who has written or done it; null: the system. */
  by: Actor | null;
  clientId?: string;
  body?: string;
  event?: ChatEvent;
  about?: number;
}

type Change = Partial<
  Omit<Chat['_attributes'], 'id' | 'lastSeq' | 'memberKind' | 'memberId' | 'memberName' | 'accountId' | 'openedAt'>
>;

export const sideOf = (actor: Actor | null): ChatSide =>
  actor === null ? 'system' : actor.kind === 'staff' ? 'staff' : 'member';

/**
 * Gives something the next number of a talk, whose row the caller has locked: numbers follow each other without a hole,
 * because the lock is held until the row of the number is committed. Nobody is told before that: who is told reads, and
 * would find nothing.
 */
export async function writeNumber(chat: Chat, said: Said, change: Change, t: Transaction): Promise<ChatMessage> {
  const { kind, by, clientId = null, body = '', event = null, about = null } = said;
  const at = clock.now();
  const seq = Number(chat.lastSeq) + 1;
  await chat.update({ lastSeq: seq, ...change }, { transaction: t });
  const message = await ChatMessage.create(
    {
      chatId: chat.id,
      seq,
      at,
      kind,
      byKind: sideOf(by),
      byId: by?.accountId ?? 0,
      byName: by?.name ?? SYSTEM,
      clientId,
      body,
      event,
      about,
    },
    { transaction: t },
  );
  const id = Number(chat.id);
  t.afterCommit(() => void signalChat(id, { seq }));
  return message;
}

/** An event of a talk, and the change that it is; the desk's lists follow. */
export async function writeEvent(
  chat: Chat,
  { event, by, about, body = '' }: { event: ChatEvent; by: Actor | null; about?: number; body?: string },
  change: Change,
  t: Transaction,
): Promise<void> {
  await writeNumber(chat, { kind: 'event', by, event, body, ...(about !== undefined && { about }) }, change, t);
  t.afterCommit(() => void signalDesk());
}
