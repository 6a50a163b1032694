import { memberIdOf, type MemberActor } from '../../../actor.ts';
import type { ChatDoor, OwnChat } from '../../../contract/chat/replies.ts';
import type { Page } from '../../../contract/endpoint.ts';
import { selectPage } from '../../../platform/db/keyset.ts';
import { idRow } from '../../../platform/db/rows.ts';
import { Chat } from '../model.ts';
import { loadChat } from '../policy.ts';
import { presentOwnChat } from '../present.ts';
import { placeOf } from './queue.ts';
import { readDoor } from './read-door.ts';
import { findCurrent } from './start-chat.ts';

const shown = async (chat: Chat): Promise<OwnChat> => presentOwnChat(chat, await placeOf(chat));

/** One of the member's talks. Throws `not_found`. */
export const showOwnChat = async ({ actor, id }: { actor: MemberActor; id: number }): Promise<OwnChat> =>
  shown(await loadChat(actor, id));

/** Whether the desk can be asked now, and the talk that is under way. */
export async function showDoor({ actor }: { actor: MemberActor }): Promise<ChatDoor> {
  const [door, current] = [await readDoor(), await findCurrent(actor)];
  return { ...door, isOpen: door.closedFor === null, current: current && (await shown(current)) };
}

/** Talks that are over, the latest first. */
export async function listOwnChats(asked: {
  actor: MemberActor;
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<Page<OwnChat>> {
  const { kind, id } = memberIdOf(asked.actor);
  const page = await selectPage({
    row: idRow,
    columns: 'id',
    from: 'chats',
    where: [{ sql: "member_kind = ? AND member_id = ? AND state = 'closed'", values: [kind, id] }],
    order: { by: 'opened_at', id: 'id', direction: 'descending' },
    cursor: asked.cursor,
    limit: asked.limit,
  });
  const chats = await Chat.findAll({ where: { id: page.items.map((one) => one.id) } });
  const byId = new Map(chats.map((chat) => [Number(chat.id), presentOwnChat(chat, null)]));
  return { ...page, items: page.items.flatMap((one) => byId.get(one.id) ?? []) };
}
