import { importEndpoints } from '../../contract/imports/endpoints.ts';
import { applyImport, importParams, listRunRows, listRuns } from '../../contract/imports/schemas.ts';
import { uploadedFile } from '../../http/read-upload.ts';
import * as replies from '../../contract/imports/replies.ts';
import { nothing, pageOf } from '../../contract/reply-parts.ts';
import { idParams, route } from '../../http/route.ts';
import { emptySheet } from './empty-sheet.ts';
import { discardRun } from './give-up-run.ts';
import { applyRun, describeRun, listImportRuns, listRunRows as listRows, markRun, resumeRun } from './show-run.ts';
import { applySheet, checkSheet, markSheet } from './import-sheet.ts';

export const importRoutes = [
  route(
    importEndpoints.checkImport,
    { params: importParams, body: uploadedFile, reply: replies.importReport },
    ({ actor, params, body }) => checkSheet({ actor, ...params, ...body }),
  ),
  route(
    importEndpoints.applyImport,
    { params: importParams, query: applyImport, body: uploadedFile, reply: replies.importReport },
    ({ actor, params, query, body }) => applySheet({ actor, ...params, ...body }, query.seen),
  ),
  route(importEndpoints.markImport, { params: importParams, body: uploadedFile }, ({ actor, params, body }) =>
    markSheet({ actor, ...params, ...body }),
  ),
  route(importEndpoints.markImportRun, { params: idParams }, ({ actor, params }) => markRun({ actor, id: params.id })),
  route(importEndpoints.showImportRun, { params: idParams, reply: replies.importRun }, ({ actor, params }) =>
    describeRun({ actor, id: params.id }),
  ),
  route(importEndpoints.listImportRuns, { query: listRuns, reply: pageOf(replies.importRun) }, ({ actor, query }) =>
    listImportRuns({ actor, ...query }),
  ),
  route(
    importEndpoints.listImportRunRows,
    { params: idParams, query: listRunRows, reply: pageOf(replies.importRow) },
    ({ params, query }) => listRows({ ...params, ...query }),
  ),
  route(importEndpoints.applyImportRun, { params: idParams, reply: replies.importRun }, ({ actor, params }) =>
    applyRun({ actor, id: params.id }),
  ),
  route(importEndpoints.resumeImportRun, { params: idParams, reply: replies.importRun }, ({ actor, params }) =>
    resumeRun({ actor, id: params.id }),
  ),
  route(importEndpoints.discardImportRun, { params: idParams, reply: nothing }, ({ params }) => discardRun(params.id)),
  route(importEndpoints.downloadTemplate, { params: importParams }, async ({ params }) => emptySheet(params)),
];
