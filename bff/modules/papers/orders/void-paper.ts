import type { Transaction } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { SYSTEM, type Actor, type StaffActor } from '../../../actor.ts';
import type { Events } from '../../../events.ts';
import { giveBack, giveBackPart } from '../../payments/paying/give-back.ts';
import { PaperBundle, PaperCopy, PaperOrder } from '../model.ts';
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
  await giveUpAll({ orders: [order], by, reason }, t);
}

/** The same of several at once: what was paid for them in one sum goes back in one refund. */
export async function giveUpAll(
  { orders, by, reason }: { orders: readonly PaperOrder[]; by: Actor | null; reason: string },
  t: Transaction,
): Promise<void> {
  for (const order of orders) {
    await moveOrder(order, 'void', { voidReason: reason }, t);
    await PaperCopy.update(
      { state: 'voided', voidedAt: clock.now(), voidedBy: by?.name ?? SYSTEM, voidReason: reason },
      { where: { orderId: order.id, state: 'valid' }, transaction: t },
    );
    await notePaper({ order, by, event: 'paper_voided', action: 'paper.voided', text: reason }, t);
  }
  for (const { id, bundleId } of orders) {
    if (bundleId === null) await giveBack({ purpose: 'paper', subjectId: id, reason }, t);
  }
  const bundled = Map.groupBy(
    orders.filter(({ bundleId }) => bundleId !== null),
    ({ bundleId }) => bundleId,
  );
  for (const [bundleId, parts] of bundled) if (bundleId !== null) await giveBackOf({ bundleId, parts, reason }, t);
}

/** Of the sum that orders were paid in: their part, and everything with the postage when none of them stands any more. */
async function giveBackOf(
  { bundleId, parts, reason }: { bundleId: number; parts: readonly PaperOrder[]; reason: string },
  t: Transaction,
): Promise<void> {
  // Counted by the database, so that two who give up the last two see each other.
  await PaperBundle.decrement('standing', { by: parts.length, where: { id: bundleId }, transaction: t });
  const bundle = await PaperBundle.findByPk(bundleId, { transaction: t, lock: t.LOCK.UPDATE, rejectOnEmpty: true });
  const paidFor = { purpose: 'paper_bundle', subjectId: bundleId, reason } as const;
  if (bundle.standing === 0) return giveBack(paidFor, t);
  const paid = parts.filter(({ payment }) => payment === 'wechat');
  await giveBackPart({ ...paidFor, amountFen: paid.reduce((fen, { totalFen }) => fen + totalFen, 0) }, t);
}
