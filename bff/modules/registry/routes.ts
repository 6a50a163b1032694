import { firmHoursEndpoints } from '../../contract/firm-hours/endpoints.ts';
import { firmHours } from '../../contract/firm-hours/replies.ts';
import {
  exportFirmHours as exportFirmHoursQuery,
  listFirmHours as listFirmHoursQuery,
} from '../../contract/firm-hours/schemas.ts';
import { ownFileEndpoints } from '../../contract/own-file/endpoints.ts';
import { recordEndpoints as records } from '../../contract/records/endpoints.ts';
import { registryEndpoints } from '../../contract/registry/endpoints.ts';
import * as recordSchemas from '../../contract/records/schemas.ts';
import * as schemas from '../../contract/registry/schemas.ts';
import { nothing, pageOf } from '../../contract/reply-parts.ts';
import * as ownFileReplies from '../../contract/own-file/replies.ts';
import * as recordReplies from '../../contract/records/replies.ts';
import * as replies from '../../contract/registry/replies.ts';
import { idParams, route } from '../../http/route.ts';
import { confirmEnglishName } from './names/confirm-english-name.ts';
import { enterLatinName } from './names/enter-latin-name.ts';
import { createDiscipline } from './discipline/create-discipline.ts';
import { createFirm } from './firms/create-firm.ts';
import { checkIdentity } from './lawyers/check-identity.ts';
import { createLawyer } from './lawyers/create-lawyer.ts';
import { findFirm } from './firms/find-firm.ts';
import { findLawyer } from './lawyers/find-lawyer.ts';
import { findDiscipline, listDiscipline } from './discipline/list-discipline.ts';
import { listFirms } from './firms/list-firms.ts';
import { listLawyers } from './lawyers/list-lawyers.ts';
import { exportFirmHours, listFirmHours } from './overviews/list-firm-hours.ts';
import { listFirmRecords, listLawyerRecords } from './overviews/list-member-records.ts';
import { listOwnLawyers } from './lawyers/list-own-lawyers.ts';
import { listAssessments, listDues } from './overviews/list-yearly-records.ts';
import { presentFirm, presentFor, presentLawyer } from './present.ts';
import { revealIdentity } from './lawyers/reveal-identity.ts';
import { showOwnFile } from './own-file/show-own-file.ts';
import { showOwnRecord } from './own-file/show-own-record.ts';
import { withdrawDiscipline } from './discipline/withdraw-discipline.ts';
import { updateDiscipline } from './discipline/update-discipline.ts';
import { updateFirm } from './firms/update-firm.ts';
import { updateLawyer } from './lawyers/update-lawyer.ts';

export const registryRoutes = [
  route(registryEndpoints.showOwnRecord, { reply: replies.ownRecord }, ({ actor }) => showOwnRecord({ actor })),
  route(ownFileEndpoints.showOwnFile, { reply: ownFileReplies.ownFile }, ({ actor }) => showOwnFile({ actor })),
  route(
    registryEndpoints.listOwnLawyers,
    { query: schemas.listOwnLawyers, reply: pageOf(replies.ownLawyer) },
    ({ actor, query }) => listOwnLawyers({ actor, ...query }),
  ),
  route(firmHoursEndpoints.listFirmHours, { query: listFirmHoursQuery, reply: pageOf(firmHours) }, ({ actor, query }) =>
    listFirmHours({ actor, ...query }),
  ),
  route(firmHoursEndpoints.exportFirmHours, { query: exportFirmHoursQuery }, ({ actor, query }) =>
    exportFirmHours({ actor, ...query }),
  ),
  route(
    registryEndpoints.checkIdentity,
    { params: idParams, body: schemas.checkIdentity, reply: replies.checkedIdentity },
    ({ actor, params, body }) => checkIdentity({ actor, id: params.id, ...body }),
  ),
  route(registryEndpoints.listFirms, { query: schemas.listFirms, reply: pageOf(replies.firmRow) }, ({ query }) =>
    listFirms(query),
  ),
  route(registryEndpoints.showFirm, { params: idParams, reply: replies.firmDetail }, async ({ actor, params }) =>
    presentFor(actor, presentFirm(await findFirm(params))),
  ),
  route(registryEndpoints.createFirm, { body: schemas.firmInput, reply: replies.firmDetail }, async ({ actor, body }) =>
    presentFirm(await createFirm({ actor, input: body })),
  ),
  route(
    registryEndpoints.updateFirm,
    { params: idParams, body: schemas.firmInput, reply: replies.firmDetail },
    async ({ actor, params, body }) => presentFirm(await updateFirm({ actor, id: params.id, input: body })),
  ),
  route(registryEndpoints.listLawyers, { query: schemas.listLawyers, reply: pageOf(replies.lawyerRow) }, ({ query }) =>
    listLawyers(query),
  ),
  route(registryEndpoints.showLawyer, { params: idParams, reply: replies.lawyerDetail }, async ({ actor, params }) =>
    presentFor(actor, presentLawyer(await findLawyer(params))),
  ),
  route(
    registryEndpoints.createLawyer,
    { body: schemas.lawyerInput, reply: replies.lawyerDetail },
    async ({ actor, body }) => presentLawyer(await createLawyer({ actor, input: body })),
  ),
  route(
    registryEndpoints.updateLawyer,
    { params: idParams, body: schemas.lawyerInput, reply: replies.lawyerDetail },
    async ({ actor, params, body }) => presentLawyer(await updateLawyer({ actor, id: params.id, input: body })),
  ),
  route(
    registryEndpoints.revealIdentity,
    { params: idParams, body: schemas.revealIdentity, reply: replies.revealedIdentity },
    ({ actor, params, body }) => revealIdentity({ actor, id: params.id, reason: body.reason }),
  ),
  route(
    registryEndpoints.listDiscipline,
    { query: schemas.listDiscipline, reply: pageOf(replies.disciplineRow) },
    ({ query }) => listDiscipline(query),
  ),
  route(registryEndpoints.showDiscipline, { params: idParams, reply: replies.disciplineRow }, ({ params }) =>
    findDiscipline(params),
  ),
  route(
    registryEndpoints.createDiscipline,
    { body: schemas.disciplineInput, reply: replies.disciplineRow },
    ({ actor, body }) => createDiscipline({ actor, input: body }),
  ),
  route(
    registryEndpoints.updateDiscipline,
    { params: idParams, body: schemas.disciplineInput, reply: replies.disciplineRow },
    ({ actor, params, body }) => updateDiscipline({ actor, id: params.id, input: body }),
  ),
  route(
    registryEndpoints.withdrawDiscipline,
    { params: idParams, body: schemas.withdrawDiscipline, reply: nothing },
    ({ actor, params, body }) => withdrawDiscipline({ actor, id: params.id, ...body }),
  ),

  route(records.showFirmRecords, { params: idParams, reply: recordReplies.firmRecords }, ({ params }) =>
    listFirmRecords(params),
  ),
  route(records.showLawyerRecords, { params: idParams, reply: recordReplies.lawyerRecords }, ({ params }) =>
    listLawyerRecords(params),
  ),
  route(
    records.listAssessments,
    { query: recordSchemas.listAssessments, reply: pageOf(recordReplies.assessmentRow) },
    ({ query }) => listAssessments(query),
  ),
  route(records.listDues, { query: recordSchemas.listDues, reply: pageOf(recordReplies.duesRow) }, ({ query }) =>
    listDues(query),
  ),
  route(
    records.confirmLatinName,
    { params: idParams, body: recordSchemas.confirmLatinName, reply: replies.lawyerDetail },
    async ({ actor, params, body }) => presentLawyer(await enterLatinName({ actor, id: params.id, input: body })),
  ),
  route(
    records.confirmEnglishName,
    { params: idParams, body: recordSchemas.confirmEnglishName, reply: replies.firmDetail },
    async ({ actor, params, body }) => presentFirm(await confirmEnglishName({ actor, id: params.id, input: body })),
  ),
];
