import { Op } from 'sequelize';
import type { Actor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { RETRACT_MS } from '../../../contract/chat/limits.ts';
import { discardFiles } from '../../files/discard-files.ts';
import { ChatMessage } from '../model.ts';
import { loadChat, loadChatToSpeak, speaksIn } from '../policy.ts';
import { ofChatMessage } from './send-message.ts';
import { sideOf, writeNumber } from './write-number.ts';

/**
 * Says up to which number one side has read; of one that was read already, and of somebody who only looks on, nothing is
 * written. Throws `not_found`.
 */
export async function markRead({ actor, id, seq }: { actor: Actor; id: number; seq: number }): Promise<void> {
  await transaction(async (t) => {
    const chat = await loadChat(actor, id, t);
    if (!speaksIn(actor, chat)) return;
    const isStaff = actor.kind === 'staff';
    const upTo = Math.min(seq, Number(chat.lastSeq));
    if (upTo <= Number(isStaff ? chat.staffRead : chat.memberRead)) return;
    const change = isStaff ? { staffRead: upTo } : { memberRead: upTo, memberSeenAt: clock.now(), toldAt: null };
    await writeNumber(chat, { kind: 'event', by: actor, event: 'read', about: upTo }, change, t);
  });
}

/**
 * Takes back what somebody has just said: its words and its file go, and everybody who has them is told. Throws
 * `not_found`, `wrong_state` in words after two minutes.
 */
export async function retractMessage({ actor, id, seq }: { actor: Actor; id: number; seq: number }): Promise<void> {
  await transaction(async (t) => {
    const chat = await loadChatToSpeak(actor, id, t);
    const where = {
      chatId: id,
      seq,
      byId: actor.accountId,
      byKind: sideOf(actor),
      kind: { [Op.ne]: 'event' },
    } as const;
    const message = await ChatMessage.findOne({ where, transaction: t });
    if (!message) throw new AppError('not_found');
    const gone = { chatId: id, event: 'retracted', about: seq } as const;
    if ((await ChatMessage.count({ where: gone, transaction: t })) > 0) return;
    if (Number(message.at) < clock.now() - RETRACT_MS) {
      throw new AppError('wrong_state', { message: '发出两分钟以后的消息不能撤回' });
    }
    if (message.kind === 'file') await discardFiles({ owner: ofChatMessage(Number(message.id)), why: 'withdrawn' }, t);
    await message.update({ body: '' }, { transaction: t });
    await writeNumber(chat, { kind: 'event', by: actor, event: 'retracted', about: seq }, {}, t);
  });
}
