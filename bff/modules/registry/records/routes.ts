import { recordEndpoints as records } from '../../../contract/records/endpoints.ts';
import * as schemas from '../../../contract/records/schemas.ts';
import { nothing } from '../../../contract/reply-parts.ts';
import * as replies from '../../../contract/records/replies.ts';
import { idParams, route } from '../../../http/route.ts';
import { appointmentRecords } from './appointment-records.ts';
import { assessmentRecords } from './assessment-records.ts';
import { createRecord } from './create-record.ts';
import { duesRecords } from './dues-records.ts';
import { formerNameRecords } from './former-name-records.ts';
import { hoursRecords } from './hours-records.ts';
import { mergerRecords } from './merger-records.ts';
import { periodRecords } from './period-records.ts';
import { findRecord } from './record-kind.ts';
import { removeRecord } from './remove-record.ts';
import { updateRecord } from './update-record.ts';

/** One record of a member: assessments, dues and whatever else is kept of firms and lawyers. */
export const recordRoutes = [
  route(records.showAssessment, { params: idParams, reply: replies.assessmentRow }, ({ params }) =>
    findRecord(assessmentRecords, params),
  ),
  route(records.createAssessment, { body: schemas.createAssessment, reply: replies.assessmentRow }, ({ actor, body }) =>
    createRecord({ actor, kind: assessmentRecords, input: body }),
  ),
  route(
    records.updateAssessment,
    { params: idParams, body: schemas.updateAssessment, reply: replies.assessmentRow },
    ({ actor, params, body }) => updateRecord({ actor, kind: assessmentRecords, id: params.id, input: body }),
  ),
  route(
    records.removeAssessment,
    { params: idParams, query: schemas.removeRecord, reply: nothing },
    ({ actor, params, query }) =>
      removeRecord({ actor, kind: assessmentRecords, id: params.id, version: query.version }),
  ),

  route(records.showDues, { params: idParams, reply: replies.duesRow }, ({ params }) =>
    findRecord(duesRecords, params),
  ),
  route(records.createDues, { body: schemas.createDues, reply: replies.duesRow }, ({ actor, body }) =>
    createRecord({ actor, kind: duesRecords, input: body }),
  ),
  route(
    records.updateDues,
    { params: idParams, body: schemas.updateDues, reply: replies.duesRow },
    ({ actor, params, body }) => updateRecord({ actor, kind: duesRecords, id: params.id, input: body }),
  ),
  route(
    records.removeDues,
    { params: idParams, query: schemas.removeRecord, reply: nothing },
    ({ actor, params, query }) => removeRecord({ actor, kind: duesRecords, id: params.id, version: query.version }),
  ),

  route(records.showAppointment, { params: idParams, reply: replies.appointmentRow }, ({ params }) =>
    findRecord(appointmentRecords, params),
  ),
  route(
    records.createAppointment,
    { body: schemas.createAppointment, reply: replies.appointmentRow },
    ({ actor, body }) => createRecord({ actor, kind: appointmentRecords, input: body }),
  ),
  route(
    records.updateAppointment,
    { params: idParams, body: schemas.updateAppointment, reply: replies.appointmentRow },
    ({ actor, params, body }) => updateRecord({ actor, kind: appointmentRecords, id: params.id, input: body }),
  ),
  route(
    records.removeAppointment,
    { params: idParams, query: schemas.removeRecord, reply: nothing },
    ({ actor, params, query }) =>
      removeRecord({ actor, kind: appointmentRecords, id: params.id, version: query.version }),
  ),

  route(records.showHours, { params: idParams, reply: replies.hoursRow }, ({ params }) =>
    findRecord(hoursRecords, params),
  ),
  route(records.createHours, { body: schemas.createHours, reply: replies.hoursRow }, ({ actor, body }) =>
    createRecord({ actor, kind: hoursRecords, input: body }),
  ),
  route(
    records.updateHours,
    { params: idParams, body: schemas.updateHours, reply: replies.hoursRow },
    ({ actor, params, body }) => updateRecord({ actor, kind: hoursRecords, id: params.id, input: body }),
  ),
  route(
    records.removeHours,
    { params: idParams, query: schemas.removeRecord, reply: nothing },
    ({ actor, params, query }) => removeRecord({ actor, kind: hoursRecords, id: params.id, version: query.version }),
  ),

  route(records.showFormerName, { params: idParams, reply: replies.formerNameRow }, ({ params }) =>
    findRecord(formerNameRecords, params),
  ),
  route(records.createFormerName, { body: schemas.createFormerName, reply: replies.formerNameRow }, ({ actor, body }) =>
    createRecord({ actor, kind: formerNameRecords, input: body }),
  ),
  route(
    records.updateFormerName,
    { params: idParams, body: schemas.updateFormerName, reply: replies.formerNameRow },
    ({ actor, params, body }) => updateRecord({ actor, kind: formerNameRecords, id: params.id, input: body }),
  ),
  route(
    records.removeFormerName,
    { params: idParams, query: schemas.removeRecord, reply: nothing },
    ({ actor, params, query }) =>
      removeRecord({ actor, kind: formerNameRecords, id: params.id, version: query.version }),
  ),

  route(records.showMerger, { params: idParams, reply: replies.mergerRow }, ({ params }) =>
    findRecord(mergerRecords, params),
  ),
  route(records.createMerger, { body: schemas.createMerger, reply: replies.mergerRow }, ({ actor, body }) =>
    createRecord({ actor, kind: mergerRecords, input: body }),
  ),
  route(
    records.updateMerger,
    { params: idParams, body: schemas.updateMerger, reply: replies.mergerRow },
    ({ actor, params, body }) => updateRecord({ actor, kind: mergerRecords, id: params.id, input: body }),
  ),
  route(
    records.removeMerger,
    { params: idParams, query: schemas.removeRecord, reply: nothing },
    ({ actor, params, query }) => removeRecord({ actor, kind: mergerRecords, id: params.id, version: query.version }),
  ),

  route(records.showPeriod, { params: idParams, reply: replies.periodRow }, ({ params }) =>
    findRecord(periodRecords, params),
  ),
  route(records.createPeriod, { body: schemas.createPeriod, reply: replies.periodRow }, ({ actor, body }) =>
    createRecord({ actor, kind: periodRecords, input: body }),
  ),
  route(
    records.updatePeriod,
    { params: idParams, body: schemas.updatePeriod, reply: replies.periodRow },
    ({ actor, params, body }) => updateRecord({ actor, kind: periodRecords, id: params.id, input: body }),
  ),
  route(
    records.removePeriod,
    { params: idParams, query: schemas.removeRecord, reply: nothing },
    ({ actor, params, query }) => removeRecord({ actor, kind: periodRecords, id: params.id, version: query.version }),
  ),
];
