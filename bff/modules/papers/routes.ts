import { paperEndpoints } from '../../contract/papers/endpoints.ts';
import * as schemas from '../../contract/papers/schemas.ts';
import { paymentEndpoints } from '../../contract/payments/endpoints.ts';
import { startPayment } from '../../contract/payments/schemas.ts';
import { nothing, pageOf } from '../../contract/reply-parts.ts';
import * as replies from '../../contract/papers/replies.ts';
import * as paymentsReplies from '../../contract/payments/replies.ts';
import { idParams, route } from '../../http/route.ts';
import type { StaffActor } from '../../actor.ts';
import { actOnEach } from './orders/act-on-each.ts';
import { cancelPaper } from './orders/cancel-paper.ts';
import { completePaper } from './orders/complete-paper.ts';
import { handOverPaper } from './orders/hand-over-paper.ts';
import { countPapers, listPapers } from './orders/list-papers.ts';
import { mailPaper } from './orders/mail-paper.ts';
import { payAtCounter } from './bundles/pay-at-counter.ts';
import { markPrinted } from './printing/mark-printed.ts';
import { orderBatch } from './printing/order-batch.ts';
import { presentBatch, presentPaper, presentPaperPage } from './present.ts';
import { printLabels } from './printing/print-labels.ts';
import { findBatch, listBatches, readBatchFile } from './printing/read-batch.ts';
import { payPaper, readPaperReceipt, showPaperPayment } from './orders/pay-paper.ts';
import { showPaper } from './orders/show-paper.ts';
import { voidCopy } from './orders/void-copy.ts';
import { voidPaper } from './orders/void-paper.ts';

const detail = async (actor: StaffActor, id: number) => presentPaper(actor, await showPaper({ id }));

export const paperRoutes = [
  route(
    paymentEndpoints.startPayment,
    { params: idParams, body: startPayment, reply: paymentsReplies.payableReply },
    ({ actor, params, body, address }) =>
      payPaper({ actor, applicationId: params.id, address, code: undefined, ...body }),
  ),
  route(
    paymentEndpoints.showPayment,
    { params: idParams, reply: paymentsReplies.paymentDetail.nullable() },
    ({ actor, params }) => showPaperPayment({ actor, applicationId: params.id }),
  ),
  route(paymentEndpoints.downloadReceipt, { params: idParams }, async ({ actor, params }) => {
    const { bytes, number } = await readPaperReceipt({ actor, applicationId: params.id });
    return { bytes, fileName: `缴费收据-${number}.pdf` };
  }),
  route(paperEndpoints.cancelPaper, { params: idParams, reply: nothing }, async ({ actor, params }) => {
    await cancelPaper({ actor, applicationId: params.id });
    return null;
  }),
  route(paperEndpoints.listPapers, { query: schemas.listPapers, reply: pageOf(replies.paperRow) }, async ({ query }) =>
    presentPaperPage(await listPapers(query)),
  ),
  route(paperEndpoints.countPapers, { reply: replies.paperCounts }, () => countPapers()),
  route(
    paperEndpoints.orderPrintBatch,
    { body: schemas.chosenPapers, reply: replies.printBatchReply },
    async ({ actor, body }) => presentBatch(await orderBatch({ actor, orderIds: body.orderIds })),
  ),
  route(paperEndpoints.listPrintBatches, { reply: replies.printBatchReply.array() }, async () =>
    (await listBatches()).map(presentBatch),
  ),
  route(paperEndpoints.showPrintBatch, { params: idParams, reply: replies.printBatchReply }, async ({ params }) =>
    presentBatch(await findBatch(params)),
  ),
  route(paperEndpoints.downloadPrintBatch, { params: idParams }, async ({ params }) => ({
    bytes: await readBatchFile(params),
    fileName: `纸质证明-批次${params.id}.pdf`,
  })),
  route(paperEndpoints.printLabels, { body: schemas.printLabels }, async ({ actor, body }) => ({
    bytes: await printLabels({ actor, ...body }),
    fileName: '邮寄地址标签.pdf',
  })),
  route(
    paperEndpoints.markPrinted,
    { body: schemas.chosenPapers, reply: replies.paperResults },
    async ({ actor, body }) => ({
      results: await actOnEach(body.orderIds, (id) => markPrinted({ actor, id })),
    }),
  ),
  route(
    paperEndpoints.mailPapers,
    { body: schemas.mailPapers, reply: replies.paperResults },
    async ({ actor, body }) => {
      const mailings = new Map(body.mailings.map(({ orderId, ...mailing }) => [orderId, mailing]));
      const mail = (id: number) => mailPaper({ actor, id, courier: '', trackingNo: '', ...mailings.get(id) });
      return { results: await actOnEach([...mailings.keys()], mail) };
    },
  ),
  route(
    paperEndpoints.completePapers,
    { body: schemas.chosenPapers, reply: replies.paperResults },
    async ({ actor, body }) => ({
      results: await actOnEach(body.orderIds, (id) => completePaper({ actor, id })),
    }),
  ),
  route(paperEndpoints.showPaper, { params: idParams, reply: replies.paperDetail }, ({ actor, params }) =>
    detail(actor, params.id),
  ),
  route(
    paperEndpoints.recordPaperPayment,
    { params: idParams, body: schemas.recordPayment, reply: replies.paperDetail },
    async ({ actor, params, body }) => {
      await payAtCounter({ actor, id: params.id, receiptNo: body.receiptNo });
      return detail(actor, params.id);
    },
  ),
  route(
    paperEndpoints.handOverPaper,
    { params: idParams, body: schemas.handOver, reply: replies.paperDetail },
    async ({ actor, params, body }) => {
      await handOverPaper({ actor, id: params.id, collectedBy: body.collectedBy });
      return detail(actor, params.id);
    },
  ),
  route(
    paperEndpoints.voidPaper,
    { params: idParams, body: schemas.voidPaper, reply: replies.paperDetail },
    async ({ actor, params, body }) => {
      await voidPaper({ actor, id: params.id, reason: body.reason });
      return detail(actor, params.id);
    },
  ),
  route(
    paperEndpoints.voidCopy,
    { params: idParams, body: schemas.voidCopy, reply: replies.paperDetail },
    async ({ actor, params, body }) => detail(actor, await voidCopy({ actor, copyId: params.id, ...body })),
  ),
];
