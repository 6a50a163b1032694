import type { Transaction } from 'sequelize';
import { PaperCopy } from '../model.ts';
import { clock } from '../../../platform/clock/clock.ts';

/** Everything of an order that had not been printed is now. */
export async function notePrintedCopies(orderId: number, t: Transaction): Promise<void> {
  await PaperCopy.update(
    { printedAt: clock.now() },
    { where: { orderId, state: 'valid', printedAt: null }, transaction: t },
  );
}
