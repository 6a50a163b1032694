import { typeEndpoints } from '../../../contract/certificate-types/endpoints.ts';
import * as schemas from '../../../contract/certificate-types/schemas.ts';
import * as replies from '../../../contract/certificate-types/replies.ts';
import { idParams, route } from '../../../http/route.ts';
import { createType } from './create-type.ts';
import { findTypeForStaff, listTypesForStaff } from './list-types-for-staff.ts';
import { findWording, listWordings } from './wordings/list-wordings.ts';
import { offerType } from './offer-type.ts';
import { presentStaffType, presentStaffTypeDetail, presentWording, presentWordingRow } from './present-type.ts';
import { previewWording } from './wordings/preview-wording.ts';
import { publishWording } from './wordings/publish-wording.ts';
import { retireType } from './retire-type.ts';
import { updateType } from './update-type.ts';

/** 证明类型 and their wordings, as the office keeps them. */
export const typeRoutes = [
  route(typeEndpoints.listTypesForStaff, { reply: replies.staffTypeRow.array() }, async () =>
    (await listTypesForStaff()).map(presentStaffType),
  ),
  route(typeEndpoints.showTypeForStaff, { params: idParams, reply: replies.staffTypeDetail }, async ({ params }) =>
    presentStaffTypeDetail(await findTypeForStaff(params)),
  ),
  route(
    typeEndpoints.createType,
    { body: schemas.typeInput, reply: replies.staffTypeDetail },
    async ({ actor, body }) => presentStaffTypeDetail(await createType({ actor, input: body })),
  ),
  route(
    typeEndpoints.updateType,
    { params: idParams, body: schemas.typeInput, reply: replies.staffTypeDetail },
    async ({ actor, params, body }) => presentStaffTypeDetail(await updateType({ actor, id: params.id, input: body })),
  ),
  route(
    typeEndpoints.retireType,
    { params: idParams, body: schemas.typeVersion, reply: replies.staffTypeDetail },
    async (call) =>
      presentStaffTypeDetail(await retireType({ actor: call.actor, id: call.params.id, version: call.body.version })),
  ),
  route(
    typeEndpoints.offerType,
    { params: idParams, body: schemas.typeVersion, reply: replies.staffTypeDetail },
    async (call) =>
      presentStaffTypeDetail(await offerType({ actor: call.actor, id: call.params.id, version: call.body.version })),
  ),
  route(typeEndpoints.listWordings, { params: idParams, reply: replies.wordingRow.array() }, async ({ params }) =>
    (await listWordings({ typeId: params.id })).map(presentWordingRow),
  ),
  route(typeEndpoints.showWording, { params: idParams, reply: replies.wordingReply }, async ({ params }) =>
    presentWording(await findWording(params)),
  ),
  route(typeEndpoints.previewWording, { params: idParams, body: schemas.previewWording }, async (call) => {
    const { situation, ...wording } = call.body;
    const bytes = await previewWording({ actor: call.actor, id: call.params.id, wording, situation });
    return { bytes, fileName: '正文预览.pdf' };
  }),
  route(
    typeEndpoints.publishWording,
    { params: idParams, body: schemas.publishWording, reply: replies.publicationReply },
    async ({ actor, params, body }) => {
      const { wording, waiting } = await publishWording({ actor, id: params.id, wording: body });
      return { wording: wording && presentWording({ wording, isCurrent: true }), waiting };
    },
  ),
];
