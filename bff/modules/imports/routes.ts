import { importEndpoints } from '../../contract/imports/endpoints.ts';
import { applyImport, importParams } from '../../contract/imports/schemas.ts';
import { uploadedFile } from '../../http/read-upload.ts';
import * as replies from '../../contract/imports/replies.ts';
import { route } from '../../http/route.ts';
import { emptySheet } from './empty-sheet.ts';
import { applySheet, checkSheet } from './import-sheet.ts';

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
  route(importEndpoints.downloadTemplate, { params: importParams }, async ({ params }) => emptySheet(params)),
];
