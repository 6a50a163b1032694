import { z } from 'zod';
import type { Actor } from '../../../actor.ts';
import { CHAT_EVENTS, CHAT_KINDS, CHAT_SIDES } from '../../../contract/chat/enums.ts';
import { CHAT_PAGE } from '../../../contract/chat/limits.ts';
import type { ChatFact, ChatMessages } from '../../../contract/chat/replies.ts';
import type { KeptFile } from '../../../contract/files/endpoints.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { select } from '../../../platform/db/database.ts';
import { listFilesOf } from '../../files/list-files-of.ts';
import { loadChat } from '../policy.ts';
import { presentMessage, type Reader } from '../present.ts';
import { factsIn } from './facts.ts';

const row = z.strictObject({
  id: z.int(),
  seq: z.int(),
  at: z.int(),
  kind: oneOf(CHAT_KINDS),
  byKind: oneOf(CHAT_SIDES),
  byId: z.int(),
  byName: z.string(),
  clientId: z.string().nullable(),
  body: z.string(),
  event: oneOf(CHAT_EVENTS).nullable(),
  about: z.int().nullable(),
});
const COLUMNS = `id, seq, at, kind, by_kind AS byKind, by_id AS byId, by_name AS byName, client_id AS clientId, body,
  event, about`;

/** A number of a talk with its file, or the values that it asks about, as it is kept. */
export type ReadMessage = z.infer<typeof row> & { files: KeptFile[]; facts: ChatFact[] | null };

/** A page of what has a number above `after`, in the order of the numbers; whoever asks has authorised it. */
export async function readAfter(chatId: number, after: number): Promise<ReadMessage[]> {
  const rows = await select(
    row,
    `SELECT ${COLUMNS} FROM chat_messages WHERE chat_id = ? AND seq > ? ORDER BY seq LIMIT ?`,
    [chatId, after, CHAT_PAGE],
  );
  const withFiles = rows.filter(({ kind }) => kind === 'file').map(({ id }) => id);
  const files = await listFilesOf('chat_message', withFiles);
  return rows.map((one) => ({ ...one, files: files.get(one.id) ?? [], facts: factsIn(one) }));
}

/** A page of a talk after a number. Throws `not_found`. */
export async function readMessages(asked: { actor: Actor; id: number; after: number }): Promise<ChatMessages> {
  const { actor, id, after } = asked;
  await loadChat(actor, id);
  const reader: Reader = actor.kind === 'staff' ? 'staff' : 'member';
  const items = (await readAfter(id, after)).map((one) => presentMessage(one, reader));
  return { items, end: items.length < CHAT_PAGE };
}
