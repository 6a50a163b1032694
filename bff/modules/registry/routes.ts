import { ownFileEndpoints } from '../../contract/own-file/endpoints.ts';
import { recordEndpoints as records } from '../../contract/records/endpoints.ts';
import { registryEndpoints } from '../../contract/registry/endpoints.ts';
import * as recordSchemas from '../../contract/records/schemas.ts';
import * as schemas from '../../contract/registry/schemas.ts';
import { nothing, pageOf } from '../../contract/reply-parts.ts';
import * as ownFileReplies from '../../contract/own-file/replies.ts';
import * as replies from '../../contract/records/replies.ts';
import * as registryReplies from '../../contract/registry/replies.ts';
import { idParams, route } from '../../http/route.ts';
import { appointmentRecords } from './records/appointment-records.ts';
import { assessmentRecords } from './records/assessment-records.ts';
import { confirmEnglishName } from './names/confirm-english-name.ts';
import { enterLatinName } from './names/enter-latin-name.ts';
import { createDiscipline } from './discipline/create-discipline.ts';
import { createFirm } from './firms/create-firm.ts';
import { createLawyer } from './lawyers/create-lawyer.ts';
import { createRecord } from './records/create-record.ts';
import { duesRecords } from './records/dues-records.ts';
import { findFirm } from './firms/find-firm.ts';
import { findLawyer } from './lawyers/find-lawyer.ts';
import { formerNameRecords } from './records/former-name-records.ts';
import { hoursRecords } from './records/hours-records.ts';
import { findDiscipline, listDiscipline } from './discipline/list-discipline.ts';
import { listFirms } from './firms/list-firms.ts';
import { listLawyers } from './lawyers/list-lawyers.ts';
import { listFirmRecords, listLawyerRecords } from './overviews/list-member-records.ts';
import { listOwnLawyers } from './lawyers/list-own-lawyers.ts';
import { listAssessments, listDues } from './overviews/list-yearly-records.ts';
import { mergerRecords } from './records/merger-records.ts';
import { periodRecords } from './records/period-records.ts';
import { presentFirm, presentFor, presentLawyer } from './present.ts';
import { findRecord } from './records/record-kind.ts';
import { removeRecord } from './records/remove-record.ts';
import { revealIdentity } from './lawyers/reveal-identity.ts';
import { showOwnFile } from './own-file/show-own-file.ts';
import { showOwnRecord } from './own-file/show-own-record.ts';
import { updateDiscipline } from './discipline/update-discipline.ts';
import { updateFirm } from './firms/update-firm.ts';
import { updateLawyer } from './lawyers/update-lawyer.ts';
import { updateRecord } from './records/update-record.ts';

export const registryRoutes = [
  route(registryEndpoints.showOwnRecord, { reply: registryReplies.ownRecord }, ({ actor }) => showOwnRecord({ actor })),
  route(ownFileEndpoints.showOwnFile, { reply: ownFileReplies.ownFile }, ({ actor }) => showOwnFile({ actor })),
  route(
    registryEndpoints.listOwnLawyers,
    { query: schemas.listOwnLawyers, reply: pageOf(registryReplies.ownLawyer) },
    ({ actor, query }) => listOwnLawyers({ actor, ...query }),
  ),
  route(
    registryEndpoints.listFirms,
    { query: schemas.listFirms, reply: pageOf(registryReplies.firmRow) },
    ({ query }) => listFirms(query),
  ),
  route(
    registryEndpoints.showFirm,
    { params: idParams, reply: registryReplies.firmDetail },
    async ({ actor, params }) => presentFor(actor, presentFirm(await findFirm(params))),
  ),
  route(
    registryEndpoints.createFirm,
    { body: schemas.firmInput, reply: registryReplies.firmDetail },
    async ({ actor, body }) => presentFirm(await createFirm({ actor, input: body })),
  ),
  route(
    registryEndpoints.updateFirm,
    { params: idParams, body: schemas.firmInput, reply: registryReplies.firmDetail },
    async ({ actor, params, body }) => presentFirm(await updateFirm({ actor, id: params.id, input: body })),
  ),
  route(
    registryEndpoints.listLawyers,
    { query: schemas.listLawyers, reply: pageOf(registryReplies.lawyerRow) },
    ({ query }) => listLawyers(query),
  ),
  route(
    registryEndpoints.showLawyer,
    { params: idParams, reply: registryReplies.lawyerDetail },
    async ({ actor, params }) => presentFor(actor, presentLawyer(await findLawyer(params))),
  ),
  route(
    registryEndpoints.createLawyer,
    { body: schemas.lawyerInput, reply: registryReplies.lawyerDetail },
    async ({ actor, body }) => presentLawyer(await createLawyer({ actor, input: body })),
  ),
  route(
    registryEndpoints.updateLawyer,
    { params: idParams, body: schemas.lawyerInput, reply: registryReplies.lawyerDetail },
    async ({ actor, params, body }) => presentLawyer(await updateLawyer({ actor, id: params.id, input: body })),
  ),
  route(
    registryEndpoints.revealIdentity,
    { params: idParams, body: schemas.revealIdentity, reply: registryReplies.revealedIdentity },
    ({ actor, params, body }) => revealIdentity({ actor, id: params.id, reason: body.reason }),
  ),
  route(
    registryEndpoints.listDiscipline,
    { query: schemas.listDiscipline, reply: pageOf(registryReplies.disciplineRow) },
    ({ query }) => listDiscipline(query),
  ),
  route(registryEndpoints.showDiscipline, { params: idParams, reply: registryReplies.disciplineRow }, ({ params }) =>
    findDiscipline(params),
  ),
  route(
    registryEndpoints.createDiscipline,
    { body: schemas.disciplineInput, reply: registryReplies.disciplineRow },
    ({ actor, body }) => createDiscipline({ actor, input: body }),
  ),
  route(
    registryEndpoints.updateDiscipline,
    { params: idParams, body: schemas.disciplineInput, reply: registryReplies.disciplineRow },
    ({ actor, params, body }) => updateDiscipline({ actor, id: params.id, input: body }),
  ),

  route(records.showFirmRecords, { params: idParams, reply: replies.firmRecords }, ({ params }) =>
    listFirmRecords(params),
  ),
  route(records.showLawyerRecords, { params: idParams, reply: replies.lawyerRecords }, ({ params }) =>
    listLawyerRecords(params),
  ),
  route(
    records.confirmLatinName,
    { params: idParams, body: recordSchemas.confirmLatinName, reply: registryReplies.lawyerDetail },
    async ({ actor, params, body }) => presentLawyer(await enterLatinName({ actor, id: params.id, input: body })),
  ),
  route(
    records.confirmEnglishName,
    { params: idParams, body: recordSchemas.confirmEnglishName, reply: registryReplies.firmDetail },
    async ({ actor, params, body }) => presentFirm(await confirmEnglishName({ actor, id: params.id, input: body })),
  ),
  route(
    records.listAssessments,
    { query: recordSchemas.listAssessments, reply: pageOf(replies.assessmentRow) },
    ({ query }) => listAssessments(query),
  ),
  route(records.listDues, { query: recordSchemas.listDues, reply: pageOf(replies.duesRow) }, ({ query }) =>
    listDues(query),
  ),

  route(records.showAssessment, { params: idParams, reply: replies.assessmentRow }, ({ params }) =>
    findRecord(assessmentRecords, params),
  ),
  route(
    records.createAssessment,
    { body: recordSchemas.createAssessment, reply: replies.assessmentRow },
    ({ actor, body }) => createRecord({ actor, kind: assessmentRecords, input: body }),
  ),
  route(
    records.updateAssessment,
    { params: idParams, body: recordSchemas.updateAssessment, reply: replies.assessmentRow },
    ({ actor, params, body }) => updateRecord({ actor, kind: assessmentRecords, id: params.id, input: body }),
  ),
  route(
    records.removeAssessment,
    { params: idParams, query: recordSchemas.removeRecord, reply: nothing },
    ({ actor, params, query }) =>
      removeRecord({ actor, kind: assessmentRecords, id: params.id, version: query.version }),
  ),

  route(records.showDues, { params: idParams, reply: replies.duesRow }, ({ params }) =>
    findRecord(duesRecords, params),
  ),
  route(records.createDues, { body: recordSchemas.createDues, reply: replies.duesRow }, ({ actor, body }) =>
    createRecord({ actor, kind: duesRecords, input: body }),
  ),
  route(
    records.updateDues,
    { params: idParams, body: recordSchemas.updateDues, reply: replies.duesRow },
    ({ actor, params, body }) => updateRecord({ actor, kind: duesRecords, id: params.id, input: body }),
  ),
  route(
    records.removeDues,
    { params: idParams, query: recordSchemas.removeRecord, reply: nothing },
    ({ actor, params, query }) => removeRecord({ actor, kind: duesRecords, id: params.id, version: query.version }),
  ),

  route(records.showAppointment, { params: idParams, reply: replies.appointmentRow }, ({ params }) =>
    findRecord(appointmentRecords, params),
  ),
  route(
    records.createAppointment,
    { body: recordSchemas.createAppointment, reply: replies.appointmentRow },
    ({ actor, body }) => createRecord({ actor, kind: appointmentRecords, input: body }),
  ),
  route(
    records.updateAppointment,
    { params: idParams, body: recordSchemas.updateAppointment, reply: replies.appointmentRow },
    ({ actor, params, body }) => updateRecord({ actor, kind: appointmentRecords, id: params.id, input: body }),
  ),
  route(
    records.removeAppointment,
    { params: idParams, query: recordSchemas.removeRecord, reply: nothing },
    ({ actor, params, query }) =>
      removeRecord({ actor, kind: appointmentRecords, id: params.id, version: query.version }),
  ),

  route(records.showHours, { params: idParams, reply: replies.hoursRow }, ({ params }) =>
    findRecord(hoursRecords, params),
  ),
  route(records.createHours, { body: recordSchemas.createHours, reply: replies.hoursRow }, ({ actor, body }) =>
    createRecord({ actor, kind: hoursRecords, input: body }),
  ),
  route(
    records.updateHours,
    { params: idParams, body: recordSchemas.updateHours, reply: replies.hoursRow },
    ({ actor, params, body }) => updateRecord({ actor, kind: hoursRecords, id: params.id, input: body }),
  ),
  route(
    records.removeHours,
    { params: idParams, query: recordSchemas.removeRecord, reply: nothing },
    ({ actor, params, query }) => removeRecord({ actor, kind: hoursRecords, id: params.id, version: query.version }),
  ),

  route(records.showFormerName, { params: idParams, reply: replies.formerNameRow }, ({ params }) =>
    findRecord(formerNameRecords, params),
  ),
  route(
    records.createFormerName,
    { body: recordSchemas.createFormerName, reply: replies.formerNameRow },
    ({ actor, body }) => createRecord({ actor, kind: formerNameRecords, input: body }),
  ),
  route(
    records.updateFormerName,
    { params: idParams, body: recordSchemas.updateFormerName, reply: replies.formerNameRow },
    ({ actor, params, body }) => updateRecord({ actor, kind: formerNameRecords, id: params.id, input: body }),
  ),
  route(
    records.removeFormerName,
    { params: idParams, query: recordSchemas.removeRecord, reply: nothing },
    ({ actor, params, query }) =>
      removeRecord({ actor, kind: formerNameRecords, id: params.id, version: query.version }),
  ),

  route(records.showMerger, { params: idParams, reply: replies.mergerRow }, ({ params }) =>
    findRecord(mergerRecords, params),
  ),
  route(records.createMerger, { body: recordSchemas.createMerger, reply: replies.mergerRow }, ({ actor, body }) =>
    createRecord({ actor, kind: mergerRecords, input: body }),
  ),
  route(
    records.updateMerger,
    { params: idParams, body: recordSchemas.updateMerger, reply: replies.mergerRow },
    ({ actor, params, body }) => updateRecord({ actor, kind: mergerRecords, id: params.id, input: body }),
  ),
  route(
    records.removeMerger,
    { params: idParams, query: recordSchemas.removeRecord, reply: nothing },
    ({ actor, params, query }) => removeRecord({ actor, kind: mergerRecords, id: params.id, version: query.version }),
  ),

  route(records.showPeriod, { params: idParams, reply: replies.periodRow }, ({ params }) =>
    findRecord(periodRecords, params),
  ),
  route(records.createPeriod, { body: recordSchemas.createPeriod, reply: replies.periodRow }, ({ actor, body }) =>
    createRecord({ actor, kind: periodRecords, input: body }),
  ),
  route(
    records.updatePeriod,
    { params: idParams, body: recordSchemas.updatePeriod, reply: replies.periodRow },
    ({ actor, params, body }) => updateRecord({ actor, kind: periodRecords, id: params.id, input: body }),
  ),
  route(
    records.removePeriod,
    { params: idParams, query: recordSchemas.removeRecord, reply: nothing },
    ({ actor, params, query }) => removeRecord({ actor, kind: periodRecords, id: params.id, version: query.version }),
  ),
];
