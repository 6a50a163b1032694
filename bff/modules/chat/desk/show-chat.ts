import type { StaffActor } from '../../../actor.ts';
import { toIso } from '../../../contract/dates.ts';
import type { Page } from '../../../contract/endpoint.ts';
import type { ChatDetail, ChatRow } from '../../../contract/chat/replies.ts';
import type { FilledTextBlocks } from '../../../contract/ticket-text-blocks/replies.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { containsAny, selectPage } from '../../../platform/db/keyset.ts';
import { idRow } from '../../../platform/db/rows.ts';
import { AppError } from '../../../errors.ts';
import { fillBlocksForTalk } from '../../tickets/text-blocks/fill-for-talk.ts';
import { Chat, ChatNote } from '../model.ts';
import { loadChat } from '../policy.ts';
import { readCard } from './read-card.ts';
import { rowsOf } from './show-desk.ts';

/** A talk, who asks, and what the desk has noted. Throws `not_found`. */
export async function showChat({ actor, id }: { actor: StaffActor; id: number }): Promise<ChatDetail> {
  const chat = await loadChat(actor, id);
  const [row] = await rowsOf([chat], actor);
  if (!row) throw new AppError('not_found');
  const notes = await ChatNote.findAll({ where: { chatId: id }, order: ['id'] });
  const isOwn = chat.state === 'talking' && row.isMine;
  return {
    ...row,
    card: await readCard(chat),
    ticket: chat.ticketId === null ? null : { id: Number(chat.ticketId), number: chat.ticketNumber },
    notes: notes.map((note) => ({
      id: Number(note.id),
      by: note.byName,
      at: toIso(Number(note.at)),
      body: note.body,
    })),
    can: {
      take: chat.state === 'waiting',
      send: isOwn,
      handOver: isOwn,
      accept: row.offer?.isToMe === true,
      refuse: row.offer?.isToMe === true && chat.offeredRole === null,
      withdraw: isOwn && row.offer !== null,
      end: isOwn,
      ticket: chat.ticketId === null && (isOwn || chat.state === 'closed'),
      pause: isOwn,
    },
  };
}

/** Text blocks as they read in this talk. Throws `not_found`. */
export async function listTextBlocks({ actor, id }: { actor: StaffActor; id: number }): Promise<FilledTextBlocks> {
  return fillBlocksForTalk(await loadChat(actor, id));
}

/** Writes an internal note: a table of its own, which nothing that a member reads knows. Throws `not_found`. */
export async function writeNote({ actor, id, body }: { actor: StaffActor; id: number; body: string }): Promise<void> {
  await transaction(async (t) => {
    const chat = await loadChat(actor, id, t);
    await ChatNote.create(
      { chatId: chat.id, at: clock.now(), byId: actor.accountId, byName: actor.name, body },
      { transaction: t },
    );
  });
}

/** Talks that are over: the own ones, for administrators all of them; the latest first. */
export async function listChats(asked: {
  actor: StaffActor;
  cursor?: string | undefined;
  limit?: number | undefined;
  search?: string | undefined;
}): Promise<Page<ChatRow>> {
  const { actor, search, cursor, limit } = asked;
  const page = await selectPage({
    row: idRow,
    columns: 'id',
    from: 'chats',
    where: [
      { sql: 'closed_at IS NOT NULL', values: [] },
      ...(actor.roles.includes('administrator') ? [] : [{ sql: 'assignee_id = ?', values: [actor.accountId] }]),
      ...(search ? [containsAny(['member_name', 'subject'], search)] : []),
    ],
    order: { by: 'closed_at', id: 'id', direction: 'descending' },
    cursor,
    limit,
  });
  const chats = await Chat.findAll({ where: { id: page.items.map(({ id }) => id) } });
  const rows = new Map((await rowsOf(chats, actor)).map((row) => [row.id, row]));
  return { ...page, items: page.items.flatMap(({ id }) => rows.get(id) ?? []) };
}
