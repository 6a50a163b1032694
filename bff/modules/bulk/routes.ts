import { bulkEndpoints } from '../../contract/bulk/endpoints.ts';
import * as replies from '../../contract/bulk/replies.ts';
import { idParams, route } from '../../http/route.ts';
import { preCheckForm, submissionForm } from '../certificates/applying/choose-form.ts';
import { startPayment } from '../../contract/payments/schemas.ts';
import { payableReply } from '../../contract/payments/replies.ts';
import { cancelPaperOfBulk, payPaperOfBulk, readReceiptOfBulk, showPaperOfBulk } from './paper/pay-paper.ts';
import { downloadBulk } from './download-bulk.ts';
import { preCheckBulk } from './pre-check-bulk.ts';
import { presentBulk, presentBulkRow } from './present.ts';
import { listBulk, showBulk } from './show-bulk.ts';
import { submitBulk } from './submit-bulk.ts';

const receiptParams = idParams.extend({ bundleId: idParams.shape.id });

export const bulkRoutes = [
  route(bulkEndpoints.submitBulk, { body: submissionForm, reply: replies.bulkDetail }, async ({ actor, body }) => {
    const { idempotencyKey, seen: _seen, ...content } = body;
    const id = await submitBulk({ actor, content, idempotencyKey });
    return presentBulk(await showBulk({ actor, id }));
  }),
  route(bulkEndpoints.preCheckBulk, { body: preCheckForm, reply: replies.bulkPreCheck }, ({ actor, body }) =>
    preCheckBulk({ actor, form: body }),
  ),
  route(bulkEndpoints.listBulk, { reply: replies.bulkRow.array() }, async ({ actor }) =>
    (await listBulk(actor)).map(presentBulkRow),
  ),
  route(bulkEndpoints.showBulk, { params: idParams, reply: replies.bulkDetail }, async ({ actor, params }) =>
    presentBulk(await showBulk({ actor, id: params.id })),
  ),
  route(bulkEndpoints.downloadBulk, { params: idParams }, ({ actor, params }) =>
    downloadBulk({ actor, id: params.id }),
  ),
  route(bulkEndpoints.showBulkPaper, { params: idParams, reply: replies.bulkPaper }, ({ actor, params }) =>
    showPaperOfBulk({ actor, id: params.id }),
  ),
  route(
    bulkEndpoints.startBulkPayment,
    { params: idParams, body: startPayment, reply: payableReply },
    ({ actor, params, body, address }) => payPaperOfBulk({ actor, id: params.id, address, code: undefined, ...body }),
  ),
  route(bulkEndpoints.downloadBulkReceipt, { params: receiptParams }, async ({ actor, params }) => {
    const { bytes, number } = await readReceiptOfBulk({ actor, ...params });
    return { bytes, fileName: `缴费收据-${number}.pdf` };
  }),
  route(bulkEndpoints.cancelBulkPaper, { params: idParams, reply: replies.bulkPaper }, async ({ actor, params }) => {
    await cancelPaperOfBulk({ actor, id: params.id });
    return showPaperOfBulk({ actor, id: params.id });
  }),
];
