import { UniqueConstraintError, type Transaction } from 'sequelize';
import { z } from 'zod';
import type { Actor } from '../../../actor.ts';
import { toIso } from '../../../contract/dates.ts';
import { MAX_CHAT_FILES, MAX_CHAT_MESSAGES_A_MINUTE } from '../../../contract/chat/limits.ts';
import type { ChatSent } from '../../../contract/chat/replies.ts';
import type { SendChatMessageParsed } from '../../../contract/chat/schemas.ts';
import { maskIdentities } from '../../../contract/text.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select, transaction } from '../../../platform/db/database.ts';
import { publishedQuestion } from '../../faq/published-question.ts';
import { bindFiles } from '../../files/bind-files.ts';
import { ChatMessage, type Chat } from '../model.ts';
import { expectSpeaks, loadChat } from '../policy.ts';
import { tooMuch } from '../rules.ts';
import { tellAway } from './tell-away.ts';
import { sideOf, writeNumber } from './write-number.ts';

/** The owner of what was sent with a message. */
export const ofChatMessage = (id: number) => ({ kind: 'chat_message', id }) as const;

const lately = z.strictObject({ at: z.int(), kind: z.string(), body: z.string() });
/** Numbers of a talk that are looked at for the limits of one side: both sides at their fastest, and some events. */
const LOOKED_AT = MAX_CHAT_MESSAGES_A_MINUTE * 3;

/**
 * Says something in a talk. The same `clientId` of the same sender is one message, however often and however concurrently
 * it comes. Throws `not_found`, `wrong_state` in words where the talk is over, `too_many_requests`, `invalid_fields` for a
 * file that is gone or an answer that is not published any more.
 */
export async function sendMessage(asked: {
  actor: Actor;
  id: number;
  input: SendChatMessageParsed;
}): Promise<ChatSent> {
  const { actor, id, input } = asked;
  const earlier = async (t?: Transaction) => {
    const where = { chatId: id, byId: actor.accountId, clientId: input.clientId };
    return ChatMessage.findOne({ where, ...(t && { transaction: t }) });
  };
  try {
    const message = await transaction(async (t) => {
      const chat = await loadChat(actor, id, t);
      return (await earlier(t)) ?? (await say({ actor, chat, input }, t));
    });
    return { seq: Number(message.seq), at: toIso(Number(message.at)) };
  } catch (error) {
    // The twin of a double tap was faster: its row is committed now.
    const twin = error instanceof UniqueConstraintError ? await earlier() : null;
    if (!twin) throw error;
    return { seq: Number(twin.seq), at: toIso(Number(twin.at)) };
  }
}

async function say(
  { actor, chat, input }: { actor: Actor; chat: Chat; input: SendChatMessageParsed },
  t: Transaction,
): Promise<ChatMessage> {
  expectSpeaks(actor, chat);
  const now = clock.now();
  const body = await wordsOf(input, t);
  await expectNotTooMuch({ actor, chat, words: input.kind === 'text' ? body : null }, t);
  const side = sideOf(actor);
  const message = await writeNumber(
    chat,
    { kind: input.kind, by: actor, clientId: input.clientId, body, ...(input.kind === 'faq' && { about: input.faq }) },
    {
      lastBy: side,
      lastAt: now,
      askedAt: null,
      // Whoever writes has read what stands above.
      ...(side === 'staff' ? { staffRead: chat.lastSeq } : { memberRead: chat.lastSeq, memberSeenAt: now }),
    },
    t,
  );
  if (input.kind === 'file') await attach({ actor, message, token: input.file }, t);
  if (side === 'staff') await tellAway(chat, t);
  return message;
}

async function wordsOf(input: SendChatMessageParsed, t: Transaction): Promise<string> {
  if (input.kind === 'faq') return publishedQuestion(input.faq, t);
  return input.kind === 'text' ? maskIdentities(input.text) : '';
}

async function attach(
  { actor, message, token }: { actor: Actor; message: ChatMessage; token: string },
  t: Transaction,
): Promise<void> {
  const where = { chatId: message.chatId, kind: 'file', byKind: message.byKind } as const;
  if ((await ChatMessage.count({ where, transaction: t })) > MAX_CHAT_FILES) {
    throw new AppError('too_many_requests', {
      message: `一次对话最多发送${MAX_CHAT_FILES}个文件，更多材料请转为工单提交`,
    });
  }
  const owner = ofChatMessage(Number(message.id));
  // Nothing that was sent elsewhere is reused: a file is of its sender, and of this talk.
  await bindFiles({ accountId: actor.accountId, owner, tokens: [token], takesDocuments: true }, t);
}

/** Counted from the rows themselves: the limit holds with Redis away, and a message that is sent again is not counted. */
async function expectNotTooMuch(
  { actor, chat, words }: { actor: Actor; chat: Chat; words: string | null },
  t: Transaction,
): Promise<void> {
  const rows = await select(
    lately,
    `SELECT at, kind, body FROM chat_messages WHERE chat_id = ? AND seq > ? AND by_id = ? AND kind <> 'event'
     ORDER BY seq DESC`,
    [chat.id, Math.max(0, Number(chat.lastSeq) - LOOKED_AT), actor.accountId],
    t,
  );
  const before = rows.map(({ at, kind, body }) => ({ at, words: kind === 'text' ? body : null }));
  const fault = tooMuch(before, { at: clock.now(), words });
  if (fault !== null) throw new AppError('too_many_requests', { message: fault });
}
