import { Op, type Transaction } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { endLapsedOffer, offersLapseBefore } from '../desk/hand-over.ts';
import { putBack } from '../desk/take-chat.ts';
import { Chat, ChatDesk } from '../model.ts';
import { closeChat } from '../talk/close-chat.ts';
import { DESK_AWAY_MS } from '../talk/read-door.ts';
import { writeEvent } from '../talk/write-number.ts';

const MINUTE_MS = 60_000;
/**
 * After so much silence the member is asked whether the talk goes on, and after so much the talk ends (desk.md, What
 * members see).
 */
const ASK_AFTER_MS = 10 * MINUTE_MS;
const END_AFTER_MS = 20 * MINUTE_MS;
/** So long a place in the queue is kept for somebody whose page is closed. */
const KEPT_FOR_MS = 10 * MINUTE_MS;
/** Talks of one look; the next look follows a minute later. */
const AT_ONCE = 200;

/** Asks for the next look at the talks; every process may ask, it is done once. */
export async function scheduleChatWatch(): Promise<void> {
  const runAt = (Math.floor(clock.now() / MINUTE_MS) + 1) * MINUTE_MS;
  await transaction((t) => enqueue('watch-chats', {}, { t, dedupeKey: `watch-chats:${runAt}`, runAt }));
}

/**
 * Asks in talks that have gone silent, ends them later, takes members who have left out of the queue, and puts the talks of
 * a colleague whose page is closed back to its front; what was offered and not accepted in time stays where it is. Each
 * talk has a transaction of its own and is judged by what its row says then.
 */
export async function watchChats(): Promise<void> {
  const now = clock.now();
  const [since, left, lapsed] = [now - ASK_AFTER_MS, now - KEPT_FOR_MS, await offersLapseBefore()];
  const open = await Chat.findAll({
    where: {
      [Op.or]: [
        { state: 'talking', lastAt: { [Op.lte]: since } },
        { state: 'waiting', memberSeenAt: { [Op.lte]: left } },
        { state: 'talking', assigneeId: { [Op.in]: await awayDesks(now) } },
        { state: 'talking', offeredAt: { [Op.lte]: lapsed } },
      ],
    },
    order: ['id'],
    limit: AT_ONCE,
  });
  for (const { id } of open) await transaction((t) => watchOne(Number(id), lapsed, t));
}

/** Ids of colleagues who have talks, and whose page of the desk is closed. */
async function awayDesks(now: number): Promise<number[]> {
  const talking = await Chat.findAll({
    where: { state: 'talking' },
    attributes: ['assigneeId'],
    group: ['assigneeId'],
  });
  const here = await ChatDesk.findAll({ where: { seenAt: { [Op.gt]: now - DESK_AWAY_MS } } });
  const open = new Set(here.map(({ accountId }) => Number(accountId)));
  return talking.map(({ assigneeId }) => Number(assigneeId)).filter((id) => !open.has(id));
}

async function watchOne(id: number, lapsed: number, t: Transaction): Promise<void> {
  const chat = await Chat.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
  if (!chat || chat.state === 'closed') return;
  const now = clock.now();
  if (chat.state === 'waiting') {
    const isGone = Number(chat.memberSeenAt) <= now - KEPT_FOR_MS;
    if (isGone) await closeChat(chat, { event: 'left', by: null }, {}, t);
    return;
  }
  const silentFor = now - Number(chat.lastAt);
  if (silentFor >= END_AFTER_MS && chat.askedAt !== null) {
    await closeChat(chat, { event: 'silent', by: null }, {}, t);
    return;
  }
  const desk = await ChatDesk.findOne({ where: { accountId: Number(chat.assigneeId) }, transaction: t });
  if (!desk || Number(desk.seenAt) <= now - DESK_AWAY_MS) {
    await putBack(chat, t);
    return;
  }
  await endLapsedOffer(chat, lapsed, t);
  if (silentFor >= ASK_AFTER_MS && chat.askedAt === null) {
    await writeEvent(chat, { event: 'asked', by: null }, { askedAt: now }, t);
  }
}
