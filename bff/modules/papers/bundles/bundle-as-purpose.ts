import { publish } from '../../../events.ts';
import { giveBackPart } from '../../payments/paying/give-back.ts';
import type { Purpose } from '../../payments/payable.ts';
import { PaperBundle, PaperOrder } from '../model.ts';
import { markPaperPaid } from '../orders/mark-paper-paid.ts';
import { sumOf } from '../rules.ts';
import { lockWaiting } from './open-bundle.ts';

/** What payments must know of paper that is paid in one sum. */
export const bundleAsPurpose: Purpose = {
  // Whoever paid while a part was given up has paid for the others.
  lock: async (bundleId, t) => ({ isOwed: (await lockWaiting({ bundleId }, t)).length > 0 }),

  // Nobody begins to pay, or goes on, for what is no longer wanted.
  async isOwed(bundleId) {
    const waiting = await PaperOrder.count({ where: { bundleId, state: 'awaiting_payment' } });
    const { orders } = await PaperBundle.findByPk(bundleId, { rejectOnEmpty: true });
    return waiting === orders;
  },

  async paid(bundleId, t) {
    const waiting = await lockWaiting({ bundleId }, t);
    for (const { id } of waiting) await markPaperPaid({ orderId: id }, t);
    const { copiesFen } = await PaperBundle.findByPk(bundleId, { transaction: t, rejectOnEmpty: true });
    const amountFen = copiesFen - sumOf(waiting).copiesFen;
    if (amountFen === 0) return;
    await giveBackPart({ purpose: 'paper_bundle', subjectId: bundleId, amountFen, reason: '部分已不需缴费' }, t);
  },

  async refunded(bundleId, amountFen, t) {
    const { bulkOrderId } = await PaperBundle.findByPk(bundleId, { transaction: t, rejectOnEmpty: true });
    await publish('bulk-paper.refunded', { bulkOrderId, amountFen }, t);
  },

  async describe({ subjectId }) {
    const { orders, copiesFen, postageFen } = await PaperBundle.findByPk(subjectId, { rejectOnEmpty: true });
    return {
      about: { label: '批量申请', value: `${orders}份证明` },
      lines: [
        { what: `纸质证明工本费，${orders} 份证明`, amountFen: copiesFen },
        { what: '邮寄费', amountFen: postageFen },
      ],
    };
  },
};
