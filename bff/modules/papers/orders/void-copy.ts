import { ofApplication } from '../../../subject.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { PaperCopy } from '../model.ts';
import { moveOrder } from './move-order.ts';
import { newCopy } from './open-paper-order.ts';
import { loadFor } from '../policy.ts';

/**
 * Voids one lost or spoilt copy; the others of the order stay as they are. A replacement gets a serial of its own and
 * brings the order back to the printer's list; without one the order stands where it stood, and voiding its last copy
 * is refused (void the order). Answers the order's id. Throws `not_found`, `wrong_state`.
 */
export async function voidCopy(voiding: {
  actor: StaffActor;
  copyId: number;
  reason: string;
  then: 'print-another' | 'leave-it';
}): Promise<number> {
  const { actor, copyId, reason, then } = voiding;
  return transaction(async (t) => {
    const found = await PaperCopy.findByPk(copyId, { transaction: t });
    if (!found) throw new AppError('not_found');
    // The order's lock, so that two who void at once see each other's copies.
    const order = await loadFor(actor, 'reprint', found.orderId, t);
    const copies = await PaperCopy.findAll({ where: { orderId: order.id }, transaction: t });
    const copy = copies.find(({ id, state }) => id === copyId && state === 'valid');
    if (!copy) throw new AppError('wrong_state', { message: '该份已经作废' });
    if (then === 'leave-it' && copies.filter(({ state }) => state === 'valid').length === 1) {
      throw new AppError('wrong_state', { message: '这是最后一份有效的纸质证明，请改为作废整单或补印一份' });
    }
    await copy.update(
      { state: 'voided', voidedAt: clock.now(), voidedBy: actor.name, voidReason: reason },
      { transaction: t },
    );
    await writeAudit(
      {
        actor,
        action: 'paper.copy-voided',
        targetKind: 'paper',
        targetId: order.id,
        target: `${copy.serial} ${order.recipient}`,
        detail: reason,
      },
      t,
    );
    if (then === 'leave-it') return order.id;
    await PaperCopy.create(newCopy(order, copies.length + 1, copy.id), { transaction: t });
    await moveOrder(order, 'reprint', {}, t);
    await writeEvent({ subject: ofApplication(order.applicationId), event: 'paper_reprinting', by: actor }, t);
    return order.id;
  });
}
