import type { Call } from '../../test/api.ts';
import { submit } from '../../test/factories/certificate.ts';
import { memberActor, staffActor } from '../../test/factories/registry.ts';
import { doDueWork } from '../../test/office.ts';
import type { Cast } from '../../test/permissions/callers.ts';
import { id, ownFirm, staff, type Row } from '../../test/permissions/row.ts';
import { PaperCopy, PaperOrder, type PrintBatch } from './model.ts';
import { orderBatch } from './printing/order-batch.ts';
import { keepsState } from '../../platform/singletons.ts';

const paperWorkers = staff('reviewer', 'service');
const paperReaders = staff('reviewer', 'service', 'finance');
/** A fresh order of paper that is mailed. */
const paperOf = async ({ firm }: Cast) => {
  const paper = {
    pickup: 'mail',
    copies: 1,
    recipient: '林知远',
    phone: '19900000000',
    address: '江海市书院街8号',
  } as const;
  const application = await submit(await memberActor({ firmId: firm.id }), { paper });
  return PaperOrder.findOne({ where: { applicationId: application.id }, rejectOnEmpty: true });
};
const paperId = async (cast: Cast) => id((await paperOf(cast)).id);
const chosenPaper = async (cast: Cast): Promise<Call> => ({ body: { orderIds: [(await paperOf(cast)).id] } });
let printable: PaperOrder | undefined;
const printablePaper = async (cast: Cast) => {
  printable ??= await paperOf(cast);
  await doDueWork();
  return printable;
};
let batch: PrintBatch | undefined;
keepsState(() => {
  printable = batch = undefined;
});
const batchId = async (cast: Cast) => {
  batch ??= await orderBatch({ actor: staffActor('reviewer'), orderIds: [(await printablePaper(cast)).id] });
  await doDueWork();
  return id(batch.id);
};

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  cancelPaper: {
    realm: 'member',
    passes: ownFirm,
    hasObject: true,
    call: async (cast) => id((await paperOf(cast)).applicationId),
  },
  listPapers: { realm: 'staff', passes: paperReaders },
  countPapers: { realm: 'staff', passes: paperReaders },
  showPaper: { realm: 'staff', passes: paperReaders, hasObject: true, call: paperId },
  recordPaperPayment: {
    realm: 'staff',
    passes: staff('finance'),
    hasObject: true,
    call: async (cast) => {
      const order = await paperOf(cast);
      await PaperOrder.update({ state: 'awaiting_payment' }, { where: { id: order.id } });
      return { ...id(order.id), body: { receiptNo: 'NO-0001' } };
    },
  },
  orderPrintBatch: {
    realm: 'staff',
    passes: paperWorkers,
    call: async (cast) => ({ body: { orderIds: [(await printablePaper(cast)).id] } }),
  },
  listPrintBatches: { realm: 'staff', passes: paperWorkers },
  showPrintBatch: { realm: 'staff', passes: paperWorkers, hasObject: true, call: batchId },
  downloadPrintBatch: { realm: 'staff', passes: paperWorkers, hasObject: true, call: batchId },
  printLabels: {
    realm: 'staff',
    passes: paperWorkers,
    call: async (cast) => ({ body: { orderIds: [(await paperOf(cast)).id] } }),
  },
  markPrinted: { realm: 'staff', passes: paperWorkers, call: chosenPaper },
  mailPapers: {
    realm: 'staff',
    passes: paperWorkers,
    call: async (cast) => ({
      body: { mailings: [{ orderId: (await paperOf(cast)).id, courier: '邮政', trackingNo: 'EA123456789CN' }] },
    }),
  },
  completePapers: { realm: 'staff', passes: paperWorkers, call: chosenPaper },
  handOverPaper: {
    realm: 'staff',
    passes: paperWorkers,
    hasObject: true,
    call: async (cast) => {
      const order = await paperOf(cast);
      await PaperOrder.update({ state: 'to_collect' }, { where: { id: order.id } });
      return { ...id(order.id), body: { collectedBy: '林知远' } };
    },
  },
  voidPaper: {
    realm: 'staff',
    passes: paperWorkers,
    hasObject: true,
    call: async (cast) => ({ ...(await paperId(cast)), body: { reason: '申请人放弃' } }),
  },
  voidCopy: {
    realm: 'staff',
    passes: paperWorkers,
    hasObject: true,
    call: async (cast) => {
      const copy = await PaperCopy.findOne({ where: { orderId: (await paperOf(cast)).id }, rejectOnEmpty: true });
      return { ...id(copy.id), body: { reason: '遗失', then: 'print-another' } };
    },
  },
};
