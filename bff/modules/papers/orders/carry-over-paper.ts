import { ofApplication } from '../../../subject.ts';
import type { Transaction } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import type { Events } from '../../../events.ts';
import { keepPaper } from '../../certificates/ended/keep-paper.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { PaperCopy, PaperOrder } from '../model.ts';
import { moveOrder } from './move-order.ts';
import { newCopy } from './open-paper-order.ts';
import { stateAfter } from '../rules.ts';

/**
 * A certificate is replaced: its paper order, unless it was handed over, becomes the order of the new one, with what was
 * paid for it. The copies of the old one are void, printed or not; as many new ones, each with a serial of the new
 * number, go to the printer's list, or wait for the payment that the old ones waited for. Nothing happens where there is
 * no such order. Follows `certificate.replaced`.
 */
export async function carryOverPaper(
  { applicationId, successor, by }: Events['certificate.replaced'],
  t: Transaction,
): Promise<void> {
  const order = await PaperOrder.findOne({ where: { applicationId }, transaction: t, lock: t.LOCK.UPDATE });
  if (!order || stateAfter('void', order) === null) return;
  const { number } = order;
  const copies = await PaperCopy.findAll({ where: { orderId: order.id }, transaction: t });
  const valid = copies.filter(({ state }) => state === 'valid').length;
  await PaperCopy.update(
    { state: 'voided', voidedAt: clock.now(), voidedBy: by.name, voidReason: '证明已被替换' },
    { where: { orderId: order.id, state: 'valid' }, transaction: t },
  );
  if (order.state !== 'awaiting_payment') await moveOrder(order, 'reprint', { courier: '', trackingNo: '' }, t);
  await keepPaper({ from: applicationId, to: successor.applicationId }, t);
  await order.update({ ...successor, copies: valid }, { transaction: t });
  await PaperCopy.bulkCreate(
    Array.from({ length: valid }, (_, index) => newCopy(order, copies.length + index + 1)),
    { transaction: t },
  );
  const detail = `原编号 ${number} 的纸质证明作废，改按 ${order.number} 打印`;
  await writeEvent(
    { subject: ofApplication(applicationId), event: 'paper_voided', by, note: `改按更正后的 ${order.number} 打印` },
    t,
  );
  await writeEvent({ subject: ofApplication(order.applicationId), event: 'paper_reprinting', by, note: detail }, t);
  await writeAudit(
    {
      actor: by,
      action: 'paper.carried-over',
      targetKind: 'paper',
      targetId: order.id,
      target: `${order.number} ${order.recipient}`,
      detail,
    },
    t,
  );
}
