import { z } from 'zod';
import { activityEndpoints as activities } from '../../contract/activities/endpoints.ts';
import { ownHours } from '../../contract/own-hours/replies.ts';
import * as replies from '../../contract/activities/replies.ts';
import { activityRefunds } from '../../contract/activity-refunds/replies.ts';
import * as schemas from '../../contract/activities/schemas.ts';
import { drawEndpoints as draws } from '../../contract/draws/endpoints.ts';
import { drawPage } from '../../contract/draws/replies.ts';
import { drawParams, enterOutcome as enterOutcomeBody } from '../../contract/draws/schemas.ts';
import { eligibleCountEndpoints } from '../../contract/eligible-count/endpoints.ts';
import { eligiblePiece, foundListed } from '../../contract/eligible-count/replies.ts';
import { countEligible as countBody, findListed as listedBody } from '../../contract/eligible-count/schemas.ts';
import { attachmentReply } from '../../contract/files/replies.ts';
import { paymentDetail, payableReply } from '../../contract/payments/replies.ts';
import { startPayment } from '../../contract/payments/schemas.ts';
import { nothing } from '../../contract/reply-parts.ts';
import { uploadedFile } from '../../http/read-upload.ts';
import { idParams, route } from '../../http/route.ts';
import { ofActivity, ofActivityFile } from '../../subject.ts';
import { attachmentOf } from '../files/list-files.ts';
import { readFile } from '../files/read-file.ts';
import { uploadFile } from '../files/upload-file.ts';
import { enterOutcome } from './draw/enter-outcome.ts';
import { showDraw } from './draw/show-draw.ts';
import { addRegistration } from './office/add-registration.ts';
import { admitRegistrations } from './office/admit-registrations.ts';
import { cancelActivity, hideActivity } from './office/cancel-activity.ts';
import { countEligible } from './counting/count-eligible.ts';
import { findListed } from './counting/find-listed.ts';
import { createActivity } from './office/create-activity.ts';
import { listActivities } from './office/list-activities.ts';
import { listRegistrations } from './office/list-registrations.ts';
import { publishActivity, returnActivity, submitActivity } from './office/publish-activity.ts';
import { removeRegistration } from './office/remove-registration.ts';
import { listActivityRefunds, sendActivityRefunds } from './office/send-refunds.ts';
import { showStaffActivity } from './office/show-staff-activity.ts';
import { updateActivity } from './office/update-activity.ts';
import { payRegistration, readRegistrationReceipt, showRegistrationPayment } from './paying/pay-registration.ts';
import { recordPresence } from './presence/record-presence.ts';
import { restoreLeave } from './restoring/restore-leave.ts';
import { acceptOffer, declineOffer } from './signing-up/answer-offer.ts';
import { askLeave } from './signing-up/ask-leave.ts';
import { changeAnswers } from './signing-up/change-answers.ts';
import { cancelRegistration } from './signing-up/cancel-registration.ts';
import { listOpenActivities } from './signing-up/list-open-activities.ts';
import { listOwnRegistrations } from './signing-up/list-own-registrations.ts';
import { showActivity } from './signing-up/show-activity.ts';
import { showOwnHours } from './signing-up/show-own-hours.ts';
import { keepRegistration } from './status-changes/keep-registration.ts';
import { signUp } from './signing-up/sign-up.ts';

const fileParams = idParams.extend({ file: z.string().regex(/^[\w-]{10,60}$/) });
const one = { params: idParams, reply: nothing };
const staffs = { params: idParams, reply: replies.staffActivity };

/** 活动. */
export const activityRoutes = [
  route(activities.listOpenActivities, { reply: replies.openActivities }, ({ actor }) => listOpenActivities({ actor })),
  route(activities.showActivity, { params: idParams, reply: replies.activityPage }, ({ actor, params }) =>
    showActivity({ actor, id: params.id }),
  ),
  route(activities.showActivityPoster, { params: fileParams }, ({ actor, params }) =>
    readFile({ actor, owner: ofActivity(params.id), token: params.file }),
  ),
  route(activities.showActivityFile, { params: fileParams }, ({ actor, params }) =>
    readFile({ actor, owner: ofActivityFile(params.id), token: params.file }),
  ),
  route(
    activities.signUp,
    { params: idParams, body: schemas.signUp, reply: replies.signedUp },
    ({ actor, params, body }) => signUp({ actor, activityId: params.id, input: body }),
  ),
  route(activities.listOwnRegistrations, { reply: replies.ownRegistrations }, ({ actor }) =>
    listOwnRegistrations({ actor }),
  ),
  route(activities.showOwnHours, { reply: ownHours }, ({ actor }) => showOwnHours({ actor })),
  route(activities.cancelRegistration, one, async ({ actor, params }) => {
    await cancelRegistration({ actor, id: params.id });
    return null;
  }),
  route(activities.changeAnswers, { ...one, body: schemas.changeAnswers }, async ({ actor, params, body }) => {
    await changeAnswers({ actor, id: params.id, input: body });
    return null;
  }),
  route(activities.askLeave, { ...one, body: schemas.askLeave }, async ({ actor, params, body }) => {
    await askLeave({ actor, id: params.id, input: body });
    return null;
  }),
  route(activities.acceptOffer, { ...one, body: schemas.acceptOffer }, async ({ actor, params, body }) => {
    await acceptOffer({ actor, id: params.id, input: body });
    return null;
  }),
  route(activities.declineOffer, one, async ({ actor, params }) => {
    await declineOffer({ actor, id: params.id });
    return null;
  }),
  route(
    activities.startRegistrationPayment,
    { params: idParams, body: startPayment, reply: payableReply },
    ({ actor, params, body, address }) =>
      payRegistration({ actor, id: params.id, channel: body.channel, code: body.code, address }),
  ),
  route(
    activities.showRegistrationPayment,
    { params: idParams, reply: paymentDetail.nullable() },
    ({ actor, params }) => showRegistrationPayment({ actor, id: params.id }),
  ),
  route(activities.downloadRegistrationReceipt, { params: idParams }, async ({ actor, params }) => {
    const { bytes, number } = await readRegistrationReceipt({ actor, id: params.id });
    return { bytes, fileName: `缴费收据-${number}.pdf` };
  }),
  route(activities.listActivityRefunds, { reply: activityRefunds }, ({ actor }) => listActivityRefunds({ actor })),
  route(activities.sendActivityRefunds, { params: idParams, reply: activityRefunds }, async ({ actor, params }) => {
    await sendActivityRefunds({ actor, id: params.id });
    return listActivityRefunds({ actor });
  }),
  route(activities.listActivities, { query: schemas.listActivities, reply: replies.activityRows }, ({ actor, query }) =>
    listActivities({ actor, ...query }),
  ),
  route(eligibleCountEndpoints.countEligible, { body: countBody, reply: eligiblePiece }, ({ body }) =>
    countEligible(body),
  ),
  route(eligibleCountEndpoints.findListed, { body: listedBody, reply: foundListed }, ({ body }) => findListed(body)),
  route(
    activities.createActivity,
    { body: schemas.createActivity, reply: replies.staffActivity },
    async ({ actor, body }) => showStaffActivity({ actor, id: await createActivity({ actor, input: body }) }),
  ),
  route(activities.uploadActivityPoster, { body: uploadedFile, reply: attachmentReply }, async ({ actor, body }) =>
    attachmentOf(await uploadFile({ actor, ...body })),
  ),
  route(activities.showStaffPoster, { params: fileParams }, ({ actor, params }) =>
    readFile({ actor, owner: ofActivity(params.id), token: params.file }),
  ),
  route(activities.uploadActivityFile, { body: uploadedFile, reply: attachmentReply }, async ({ actor, body }) =>
    attachmentOf(await uploadFile({ actor, ...body, intake: 'desk' })),
  ),
  route(activities.showStaffActivityFile, { params: fileParams }, ({ actor, params }) =>
    readFile({ actor, owner: ofActivityFile(params.id), token: params.file }),
  ),
  route(activities.showStaffActivity, staffs, ({ actor, params }) => showStaffActivity({ actor, id: params.id })),
  route(activities.updateActivity, { ...staffs, body: schemas.updateActivity }, async ({ actor, params, body }) => {
    await updateActivity({ actor, id: params.id, input: body });
    return showStaffActivity({ actor, id: params.id });
  }),
  route(activities.submitActivity, { ...staffs, body: schemas.publishActivity }, async ({ actor, params, body }) => {
    await submitActivity({ actor, id: params.id, input: body });
    return showStaffActivity({ actor, id: params.id });
  }),
  route(activities.publishActivity, { ...staffs, body: schemas.publishActivity }, async ({ actor, params, body }) => {
    await publishActivity({ actor, id: params.id, input: body });
    return showStaffActivity({ actor, id: params.id });
  }),
  route(activities.returnActivity, { ...staffs, body: schemas.returnActivity }, async ({ actor, params, body }) => {
    await returnActivity({ actor, id: params.id, input: body });
    return showStaffActivity({ actor, id: params.id });
  }),
  route(activities.hideActivity, { ...staffs, body: schemas.hideActivity }, async ({ actor, params, body }) => {
    await hideActivity({ actor, id: params.id, input: body });
    return showStaffActivity({ actor, id: params.id });
  }),
  route(activities.cancelActivity, { ...staffs, body: schemas.cancelActivity }, async ({ actor, params, body }) => {
    await cancelActivity({ actor, id: params.id, input: body });
    return showStaffActivity({ actor, id: params.id });
  }),
  route(
    activities.listRegistrations,
    { params: idParams, query: schemas.listRegistrations, reply: replies.registrationRows },
    ({ params, query }) => listRegistrations({ id: params.id, ...query }),
  ),
  route(activities.addRegistration, { ...one, body: schemas.addRegistration }, async ({ actor, params, body }) => {
    await addRegistration({ actor, activityId: params.id, input: body });
    return null;
  }),
  route(
    activities.admitRegistrations,
    { ...one, body: schemas.admitRegistrations },
    async ({ actor, params, body }) => {
      await admitRegistrations({ actor, activityId: params.id, input: body });
      return null;
    },
  ),
  route(draws.showDraw, { params: drawParams, reply: drawPage }, ({ params, address }) =>
    showDraw({ code: params.code, address }),
  ),
  route(draws.enterOutcome, { ...staffs, body: enterOutcomeBody }, async ({ actor, params, body }) => {
    await enterOutcome({ actor, activityId: params.id, input: body });
    return showStaffActivity({ actor, id: params.id });
  }),
  route(
    activities.removeRegistration,
    { ...one, body: schemas.removeRegistration },
    async ({ actor, params, body }) => {
      await removeRegistration({ actor, id: params.id, input: body });
      return null;
    },
  ),
  route(activities.restoreLeave, { ...one, body: schemas.restoreLeave }, async ({ actor, params, body }) => {
    await restoreLeave({ actor, id: params.id, input: body });
    return null;
  }),
  route(activities.keepRegistration, { ...one, body: schemas.keepRegistration }, async ({ actor, params, body }) => {
    await keepRegistration({ actor, id: params.id, input: body });
    return null;
  }),
  route(activities.recordPresence, { ...one, body: schemas.recordPresence }, async ({ actor, params, body }) => {
    await recordPresence({ actor, activityId: params.id, input: body });
    return null;
  }),
];
