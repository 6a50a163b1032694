import { z } from 'zod';
import type { StaffActor } from '../../../actor.ts';
import { CHAT_OFFER_ROLES } from '../../../contract/chat/enums.ts';
import type { ChatDesk, ChatRow } from '../../../contract/chat/replies.ts';
import { select } from '../../../platform/db/database.ts';
import { inList } from '../../../platform/db/keyset.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { showOwnDuty } from '../../tickets/duty/show-duty.ts';
import { Chat } from '../model.ts';
import { mayAccept, sees } from '../policy.ts';
import { presentChatRow } from '../present.ts';
import { readPresent } from '../talk/read-door.ts';

const unreadRow = z.strictObject({ id: z.int(), n: z.int() });

/** Lines of the desk, with what of each nobody has read. */
export async function rowsOf(chats: readonly Chat[], actor: StaffActor): Promise<ChatRow[]> {
  const unread = new Map<number, number>();
  const open = chats.filter(({ state }) => state !== 'closed').map(({ id }) => Number(id));
  if (open.length > 0) {
    const ids = inList(open);
    const rows = await select(
      unreadRow,
      `SELECT c.id AS id, COUNT(*) AS n FROM chats c JOIN chat_messages m ON m.chat_id = c.id AND m.seq > c.staff_read
       WHERE c.id IN ${ids.sql} AND m.by_kind = 'member' AND m.kind <> 'event' GROUP BY c.id`,
      ids.values,
    );
    for (const { id, n } of rows) unread.set(id, n);
  }
  return chats.map((chat) =>
    presentChatRow(chat, {
      id: actor.accountId,
      mayAccept: mayAccept(actor, chat),
      unread: unread.get(Number(chat.id)) ?? 0,
    }),
  );
}

/** Who waits, the own talks, what is offered, and who else is there. */
export async function showDesk({ actor }: { actor: StaffActor }): Promise<ChatDesk> {
  const open = await Chat.findAll({ where: { state: ['waiting', 'talking'] }, order: ['queuedAt', 'id'] });
  const rows = await rowsOf(
    open.filter((chat) => sees(actor, chat)),
    actor,
  );
  const present = (await readPresent()).filter(({ id }) => id !== actor.accountId);
  const talksOf = (id: number) =>
    open.filter((chat) => chat.state === 'talking' && Number(chat.assigneeId) === id).length;
  return {
    isPresent: (await showOwnDuty({ actor })).state === 'present',
    mostTalks: (await readSettings()).chatMostOwn,
    waiting: rows.filter(({ state }) => state === 'waiting'),
    own: rows.filter(({ state, isMine }) => state === 'talking' && isMine),
    offered: rows.filter(({ offer }) => offer?.isToMe),
    others: rows.filter(({ state, isMine, offer }) => state === 'talking' && !isMine && !offer?.isToMe),
    colleagues: present.map(({ id, name }) => ({ id, name, talks: talksOf(id) })),
    roles: CHAT_OFFER_ROLES.map((role) => ({
      role,
      present: present.filter(({ roles }) => roles.includes(role)).length,
    })),
  };
}
