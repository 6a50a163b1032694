import { SYSTEM } from '../../actor.ts';
import { clock } from '../../platform/clock/clock.ts';
import { randomToken } from '../../platform/crypto/tokens.ts';
import { placed } from '../../test/factories/payable-papers.ts';
import { memberActor } from '../../test/factories/registry.ts';
import type { Cast } from '../../test/permissions/callers.ts';
import { staff, type Row } from '../../test/permissions/row.ts';
import { transaction } from '../../platform/db/database.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { paidEvidence } from './books/payment-evidence.ts';
import { PaymentDifference, Refund, type Payment } from './model.ts';
import { PaperOrder } from '../papers/model.ts';

const finance = { realm: 'staff', passes: staff('finance') } as const;
/** Others know nothing of a firm's application. */
const owner = (status: number) => ({ firm: status, 'other firm': 404, lawyer: 404, 'other lawyer': 404 });
const paid = async ({ firm }: Cast): Promise<Payment> => {
  const payment = await placed(await memberActor({ firmId: firm.id }), `P${randomToken(128)}`.slice(0, 20));
  const { outTradeNo, applicantName: payer } = payment;
  const money = { amountFen: 350, paidAt: clock.now(), transactionId: outTradeNo };
  const line = { targetKind: 'payment', targetId: payment.id, target: outTradeNo, detail: '3.50元' } as const;
  await transaction(async (t) => {
    const by = { accountId: payment.accountId, name: payer, address: '' };
    await writeAudit({ ...line, actor: by, action: 'payment.started' }, t);
    const evidence = paidEvidence({ ...money, outTradeNo, payer });
    await writeAudit({ ...line, actor: null, action: 'payment.paid', evidence }, t);
  });
  // Paper is free here; this one is as if it were not.
  return payment.update({ state: 'paid', ...money });
};
const applicationOf = async ({ subjectId }: Payment) =>
  (await PaperOrder.findByPk(subjectId, { rejectOnEmpty: true })).applicationId;
const waitingRefund = async (cast: Cast): Promise<Refund> => {
  const payment = await paid(cast);
  await payment.update({ state: 'refunding' });
  return Refund.create({
    paymentId: payment.id,
    outRefundNo: `R${payment.outTradeNo}`,
    amountFen: 1,
    reason: '退款',
    state: 'awaiting_approval',
    requestedBy: null,
    requestedByName: SYSTEM,
    decidedByName: '',
    refundId: null,
    lastError: '',
    createdAt: clock.now(),
    finishedAt: null,
  });
};
const difference = () =>
  PaymentDifference.create({
    kind: 'amount',
    billOn: '2026-11-22',
    outTradeNo: randomToken(128),
    outRefundNo: '',
    oursFen: 1,
    theirsFen: 2,
    foundAt: clock.now(),
    resolvedAt: null,
    resolvedByName: '',
    note: '',
  });

/** Who may pay, and who looks after the money. */
export const PERMISSIONS: Record<string, Row> = {
  startPayment: {
    realm: 'member',
    // Paper is free here: who hears that nothing is owed got past the door.
    passes: owner(409),
    hasObject: true,
    call: async (cast) => ({ params: { id: await applicationOf(await paid(cast)) }, body: { channel: 'native' } }),
  },
  showPayment: {
    realm: 'member',
    passes: owner(200),
    hasObject: true,
    call: async (cast) => ({ params: { id: await applicationOf(await paid(cast)) } }),
  },
  downloadReceipt: {
    realm: 'member',
    passes: owner(200),
    hasObject: true,
    call: async (cast) => ({ params: { id: await applicationOf(await paid(cast)) } }),
  },
  downloadStaffReceipt: {
    ...finance,
    hasObject: true,
    call: async (cast) => ({ params: { id: (await paid(cast)).id } }),
  },
  listBills: finance,
  // No merchant is configured here: there is nothing to compare.
  reconcileBill: { ...finance, call: () => Promise.resolve({ body: { date: '2026-11-21' } }) },
  listPayments: finance,
  sumPayments: finance,
  showStaffPayment: { ...finance, hasObject: true, call: async (cast) => ({ params: { id: (await paid(cast)).id } }) },
  requestRefund: {
    ...finance,
    hasObject: true,
    call: async (cast) => {
      const { id, amountFen } = await paid(cast);
      return { params: { id }, body: { amountFen: 1, reason: '重复缴费', refundableFen: amountFen } };
    },
  },
  decideRefund: {
    ...finance,
    hasObject: true,
    call: async (cast) => ({ params: { id: (await waitingRefund(cast)).id }, body: { verdict: 'decline' } }),
  },
  listDifferences: finance,
  resolveDifference: {
    ...finance,
    hasObject: true,
    call: async () => ({ params: { id: (await difference()).id }, body: { note: '已核对' } }),
  },
};
