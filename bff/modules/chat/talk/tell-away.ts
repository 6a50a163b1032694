import type { Transaction } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import { tell } from '../../notifications/tell.ts';
import type { Chat } from '../model.ts';

/**
 * Without a sign for so long nobody looks at the page: an open one sends a beat every 25 s, which is written down about
 * once a minute.
 */
export const AWAY_AFTER_MS = 100_000;

/**
 * Tells a member who does not look that there is an answer, once until the next look; never what it says. The talk's row is
 * locked: of two answers at once, one tells. Whoever has left only just is told a little later (watching/tell-left.ts).
 */
export async function tellAway(chat: Chat, t: Transaction): Promise<void> {
  const now = clock.now();
  if (chat.toldAt !== null || Number(chat.memberSeenAt) > now - AWAY_AFTER_MS) return;
  await chat.update({ toldAt: now }, { transaction: t });
  await tell(
    {
      member: { kind: chat.memberKind, id: Number(chat.memberId) },
      event: 'chat_answered',
      words: { title: '客服有新的答复', body: '您咨询的问题有新的答复，请打开“联系客服”查看。' },
      subject: null,
      page: 'chat',
      wechat: { matter: 'answered', number: String(chat.id), type: '在线咨询', result: '已答复' },
    },
    t,
  );
}
