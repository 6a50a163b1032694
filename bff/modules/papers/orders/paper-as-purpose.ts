import type { Transaction } from 'sequelize';
import { toYuan } from '../../../contract/text.ts';
import { ofApplication } from '../../../subject.ts';
import { tellApplicant } from '../../certificates/reading/tell-applicant.ts';
import type { Purpose } from '../../payments/payable.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { PaperOrder } from '../model.ts';
import { markPaperPaid } from './mark-paper-paid.ts';

const lockOrder = (id: number, t: Transaction) =>
  PaperOrder.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE, rejectOnEmpty: true });

/** What payments must know of paper orders. */
export const paperAsPurpose: Purpose = {
  lock: async (id, t) => ({ isOwed: (await lockOrder(id, t)).state === 'awaiting_payment' }),
  isOwed: async (id) => (await PaperOrder.count({ where: { id, state: 'awaiting_payment' } })) > 0,
  paid: (orderId, t) => markPaperPaid({ orderId }, t),

  async refunded(id, amountFen, t) {
    // The money belongs to the application to which the order belongs now.
    const { applicationId } = await PaperOrder.findByPk(id, { transaction: t, rejectOnEmpty: true });
    const amount = `${toYuan(amountFen)}元`;
    await writeEvent({ subject: ofApplication(applicationId), event: 'paper_refunded', by: null, note: amount }, t);
    await tellApplicant({ event: 'paper_refunded', applicationId, facts: { amount } }, t);
  },

  async describe({ subjectId, amountFen }) {
    const { copyFeeFen, postageFen, number } = await PaperOrder.findByPk(subjectId, { rejectOnEmpty: true });
    // Copies may have been voided or printed anew since: what counts is what was paid for.
    const copiesFen = amountFen - postageFen;
    const times = copyFeeFen > 0 ? ` × ${copiesFen / copyFeeFen} 份` : '';
    return {
      about: { label: '证明编号', value: number },
      lines: [
        { what: `纸质证明工本费 ${toYuan(copyFeeFen)} 元${times}`, amountFen: copiesFen },
        { what: '邮寄费', amountFen: postageFen },
      ],
    };
  },
};
