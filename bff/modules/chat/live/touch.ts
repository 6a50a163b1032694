import { Op } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { keepsState } from '../../../platform/singletons.ts';
import { Chat, ChatDesk } from '../model.ts';

/** Written down at most so often: a page that is open says it every 25 s. */
const EVERY_MS = 50_000;
/** With so many entries the memory is emptied: it is only there to save writes. */
const MOST = 10_000;

const touched = new Map<string, number>();
keepsState(() => touched.clear());

function isDue(key: string): boolean {
  const now = clock.now();
  if ((touched.get(key) ?? -Infinity) > now - EVERY_MS) return false;
  if (touched.size >= MOST) touched.clear();
  touched.set(key, now);
  return true;
}

/** Notes that a member's page shows a talk. */
export async function touchTalk(chatId: number): Promise<void> {
  if (!isDue(`talk ${chatId}`)) return;
  const where = { id: chatId, state: { [Op.ne]: 'closed' } } as const;
  await Chat.update({ memberSeenAt: clock.now(), toldAt: null }, { where });
}

/** Notes that one of the staff has the desk's page open. */
export async function touchDesk(accountId: number): Promise<void> {
  if (!isDue(`desk ${accountId}`)) return;
  const seenAt = clock.now();
  await transaction(async (t) => {
    const [known] = await ChatDesk.update({ seenAt }, { where: { accountId }, transaction: t });
    if (known === 0) {
      // Two tabs may open at once: the unique key decides.
      await ChatDesk.bulkCreate([{ accountId, seenAt }], { transaction: t, ignoreDuplicates: true });
    }
  });
}
