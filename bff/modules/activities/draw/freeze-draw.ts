import type { Transaction } from 'sequelize';
import { listingOf } from '../../../contract/draws/listing.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { sha256 } from '../../../platform/crypto/sha256.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { Registration } from '../model.ts';
import { lockActivity } from '../seats/load-locked.ts';
import { orderFreeze } from './make-draw.ts';
import { ActivityDraw, DrawTicket } from './model.ts';

/**
 * Freezes the list of those who take part, once sign-up has ended: from now on its hash is public, and nobody comes to it.
 * Sign-up that ends later than it was to is waited for. Harmless when it was done before.
 */
export async function freezeDraw({ activityId }: { activityId: number }): Promise<void> {
  await transaction(async (t) => {
    const activity = await lockActivity(activityId, t);
    const draw = await ActivityDraw.findOne({ where: { activityId }, transaction: t, lock: t.LOCK.UPDATE });
    const isOut = activity.state === 'published' || activity.state === 'hidden';
    if (!draw || draw.frozenAt !== null || !isOut) return;
    if (clock.now() < activity.closesAt) return orderFreeze(activity, t);
    const listed = await listedNow(activityId, t);
    const ids = listed.map(({ id }) => id);
    await DrawTicket.update({ isListed: true }, { where: { id: ids }, transaction: t });
    const listHash = sha256(listingOf(listed));
    await draw.update({ frozenAt: clock.now(), ticketCount: ids.length, listHash }, { transaction: t });
    const line = { action: 'activity.draw-frozen', targetKind: 'activity', targetId: activityId } as const;
    const detail = `${ids.length}人，名单的SHA-256：${listHash}`;
    await writeAudit({ actor: null, ...line, target: activity.title, detail }, t);
  });
}

/** Tickets of whoever has not withdrawn. */
async function listedNow(activityId: number, t: Transaction): Promise<DrawTicket[]> {
  const where = { activityId, state: 'drawing' } as const;
  const live = await Registration.findAll({ where, attributes: ['id'], transaction: t, lock: t.LOCK.SHARE });
  const ids = new Set(live.map(({ id }) => id));
  const all = await DrawTicket.findAll({ where: { activityId }, transaction: t });
  return all.filter(({ registrationId }) => ids.has(registrationId));
}
