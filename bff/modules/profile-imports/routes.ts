import { profileImportEndpoints } from '../../contract/profile-imports/endpoints.ts';
import * as replies from '../../contract/profile-imports/replies.ts';
import * as schemas from '../../contract/profile-imports/schemas.ts';
import { nothing, pageOf } from '../../contract/reply-parts.ts';
import { uploadedFile } from '../../http/read-upload.ts';
import { idParams, route } from '../../http/route.ts';
import { applyImport, resumeImport } from './decide-import.ts';
import { emptyWorkbook } from './empty-workbook.ts';
import { listImportLawyers, listImportPhotos, listImports, showImport } from './show-import.ts';
import { discardImport } from './staging/discard-import.ts';
import { stageImport } from './staging/stage-import.ts';
import { stagePhotos } from './staging/stage-photos.ts';

const ofOne = { params: idParams, reply: replies.profileImport };

export const profileImportRoutes = [
  route(profileImportEndpoints.downloadProfileTemplate, {}, () => emptyWorkbook()),
  route(
    profileImportEndpoints.stageProfileImport,
    { query: schemas.stageProfileImport, body: uploadedFile, reply: replies.profileImport },
    async ({ actor, query, body }) => showImport({ actor, id: await stageImport({ actor, query, ...body }) }),
  ),
  route(
    profileImportEndpoints.listProfileImports,
    { query: schemas.listProfileImports, reply: pageOf(replies.profileImport) },
    ({ actor, query }) => listImports({ actor, ...query }),
  ),
  route(profileImportEndpoints.showProfileImport, ofOne, ({ actor, params }) => showImport({ actor, id: params.id })),
  route(
    profileImportEndpoints.listProfileImportLawyers,
    { params: idParams, query: schemas.listProfileImportRows, reply: pageOf(replies.profileImportLawyer) },
    ({ params, query }) => listImportLawyers({ ...params, ...query }),
  ),
  route(
    profileImportEndpoints.addImportPhotos,
    { ...ofOne, body: uploadedFile },
    async ({ actor, params: { id }, body: { bytes } }) => {
      await stagePhotos({ actor, id, bytes });
      return showImport({ actor, id });
    },
  ),
  route(
    profileImportEndpoints.listProfileImportPhotos,
    { params: idParams, query: schemas.listProfileImportRows, reply: pageOf(replies.profileImportPhoto) },
    ({ params, query }) => listImportPhotos({ ...params, ...query }),
  ),
  route(profileImportEndpoints.applyProfileImport, ofOne, async ({ actor, params: { id } }) => {
    await applyImport({ actor, id });
    return showImport({ actor, id });
  }),
  route(profileImportEndpoints.resumeProfileImport, ofOne, async ({ actor, params: { id } }) => {
    await resumeImport({ id });
    return showImport({ actor, id });
  }),
  route(profileImportEndpoints.discardProfileImport, { params: idParams, reply: nothing }, ({ params }) =>
    discardImport(params),
  ),
];
