import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { endOnlinePayment } from '../../payments/paying/end-online-payment.ts';
import { PaperBundle, PaperOrder } from '../model.ts';
import { sumOf } from '../rules.ts';

const accountRow = z.strictObject({ accountId: z.int() });

/**
 * Everything of a bulk order that waits for its payment, as one sum: the one that was opened before while it is still the
 * same, otherwise a new one, and nobody can pay the old one any more. Locks the orders in it. Throws `wrong_state` when
 * nothing waits.
 */
export async function openBundle(bulkOrderId: number, t: Transaction): Promise<PaperBundle> {
  const waiting = await lockWaiting({ bulkOrderId }, t);
  const [first] = waiting;
  if (!first) throw new AppError('wrong_state', { message: '没有待缴费的纸质证明' });
  const former = new Set(waiting.flatMap(({ bundleId }) => bundleId ?? []));
  const known = await isWhole(first.bundleId, waiting, t);
  if (known) return known;
  for (const subjectId of former) await endOnlinePayment({ purpose: 'paper_bundle', subjectId }, t);
  const { copiesFen, postageFen, totalFen } = sumOf(waiting);
  const sql = 'SELECT account_id AS accountId FROM applications WHERE id = ?';
  const [asked] = await select(accountRow, sql, [first.applicationId], t);
  if (!asked) throw new Error(`paper order ${first.id} has no application`);
  const bundle = await PaperBundle.create(
    {
      bulkOrderId,
      accountId: asked.accountId,
      orders: waiting.length,
      standing: waiting.length,
      copiesFen,
      postageFen,
      totalFen,
      createdAt: clock.now(),
    },
    { transaction: t },
  );
  await PaperOrder.update({ bundleId: bundle.id }, { where: { id: waiting.map(({ id }) => id) }, transaction: t });
  return bundle;
}

/** Orders that wait for their payment, locked by ascending id. */
export const lockWaiting = (
  where: { bulkOrderId: number } | { bundleId: number },
  t: Transaction,
): Promise<PaperOrder[]> =>
  PaperOrder.findAll({
    where: { ...where, state: 'awaiting_payment' },
    order: ['id'],
    transaction: t,
    lock: t.LOCK.UPDATE,
  });

/** The sum of an order, if it is that of exactly these; null otherwise. */
async function isWhole(id: number | null, orders: PaperOrder[], t: Transaction): Promise<PaperBundle | null> {
  if (id === null || !orders.every(({ bundleId }) => bundleId === id)) return null;
  const bundle = await PaperBundle.findByPk(id, { transaction: t, rejectOnEmpty: true });
  return bundle.orders === orders.length ? bundle : null;
}
