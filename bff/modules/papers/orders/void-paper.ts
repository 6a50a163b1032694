import type { Transaction } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { SYSTEM, type Actor, type StaffActor } from '../../../actor.ts';
import type { Events } from '../../../events.ts';
import { giveBack } from '../../payments/paying/give-back.ts';
import { PaperCopy, PaperOrder } from '../model.ts';
import { moveOrder } from './move-order.ts';
import { notePaper } from './note-paper.ts';
import { loadFor } from '../policy.ts';
import { stateAfter } from '../rules.ts';

/** The whole order is given up, every copy with it. Throws `wrong_state` for one that was handed over. */
export async function voidPaper(voiding: { actor: StaffActor; id: number; reason: string }): Promise<void> {
  const { actor, id, reason } = voiding;
  await transaction(async (t) => giveUp({ order: await loadFor(actor, 'void', id, t), by: actor, reason }, t));
}

/**
 * A certificate no longer stands: what has not been handed over of it on paper is given up. Nothing happens where there
 * is no order or it is done. Follows `certificate.revoked`.
 */
export async function voidPaperOf({ applicationId, by }: Events['certificate.revoked'], t: Transaction): Promise<void> {
  const order = await PaperOrder.findOne({ where: { applicationId }, transaction: t, lock: t.LOCK.UPDATE });
  if (order && stateAfter('void', order) !== null) await giveUp({ order, by, reason: '证明已撤销' }, t);
}

/** Gives an order up with every copy of it; what was paid goes back. The caller holds the order's lock. */
export async function giveUp(
  { order, by, reason }: { order: PaperOrder; by: Actor | null; reason: string },
  t: Transaction,
): Promise<void> {
  await moveOrder(order, 'void', { voidReason: reason }, t);
  await PaperCopy.update(
    { state: 'voided', voidedAt: clock.now(), voidedBy: by?.name ?? SYSTEM, voidReason: reason },
    { where: { orderId: order.id, state: 'valid' }, transaction: t },
  );
  await giveBack({ purpose: 'paper', subjectId: order.id, reason }, t);
  await notePaper({ order, by, event: 'paper_voided', action: 'paper.voided', text: reason }, t);
}
