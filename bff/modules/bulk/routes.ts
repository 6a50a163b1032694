import { bulkEndpoints } from '../../contract/bulk/endpoints.ts';
import * as replies from '../../contract/bulk/replies.ts';
import { idParams, route } from '../../http/route.ts';
import { preCheckForm, submissionForm } from '../certificates/applying/choose-form.ts';
import { downloadBulk } from './download-bulk.ts';
import { preCheckBulk } from './pre-check-bulk.ts';
import { presentBulk, presentBulkRow } from './present.ts';
import { listBulk, showBulk } from './show-bulk.ts';
import { submitBulk } from './submit-bulk.ts';

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
];
