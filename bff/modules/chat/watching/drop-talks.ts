import { Op } from 'sequelize';
import { transaction } from '../../../platform/db/database.ts';
import { discardFiles } from '../../files/discard-files.ts';
import { Chat, ChatMessage, ChatNote } from '../model.ts';
import { ofChatMessage } from '../talk/send-message.ts';

/** Talks that are looked for at once; each is removed in a transaction of its own. */
const AT_ONCE = 200;

/** Removes talks that ended before `before`, with all that was said and sent; what went into a ticket stays there. Answers how many. */
export async function dropTalksBefore(before: number): Promise<number> {
  for (let removed = 0; ;) {
    const where = { state: 'closed' as const, closedAt: { [Op.lt]: before } };
    const chats = await Chat.findAll({ where, attributes: ['id'], order: [['closedAt', 'ASC']], limit: AT_ONCE });
    for (const { id } of chats) await dropTalk(Number(id));
    removed += chats.length;
    if (chats.length < AT_ONCE) return removed;
  }
}

async function dropTalk(chatId: number): Promise<void> {
  await transaction(async (t) => {
    const files = await ChatMessage.findAll({ where: { chatId, kind: 'file' }, transaction: t });
    for (const { id } of files) await discardFiles({ owner: ofChatMessage(Number(id)), why: 'expired' }, t);
    await ChatMessage.destroy({ where: { chatId }, transaction: t });
    await ChatNote.destroy({ where: { chatId }, transaction: t });
    await Chat.destroy({ where: { id: chatId }, transaction: t });
  });
}
