import { z } from 'zod';
import { certificateEndpoints } from '../../contract/certificates/endpoints.ts';
import { pictureEndpoints } from '../../contract/pictures/endpoints.ts';
import { standingEndpoints } from '../../contract/standing/endpoints.ts';
import {
  decideApplication as decisionBody,
  listApplications,
  listQueue as queueQuery,
  mailCertificate as mailingBody,
  previewReplacement as correctionBody,
  printReplacement as printedCorrectionBody,
  replaceCertificate as replacementBody,
  revokeCertificate as revocationBody,
} from '../../contract/certificates/schemas.ts';
import { preCheckEndpoints } from '../../contract/pre-check/endpoints.ts';
import { offersEndpoints } from '../../contract/offers/endpoints.ts';
import { offersReply } from '../../contract/offers/replies.ts';
import { preCheckReply } from '../../contract/pre-check/replies.ts';
import { matterEndpoints } from '../../contract/matters/endpoints.ts';
import { matterRow } from '../../contract/matters/replies.ts';
import { listMatters as matterQuery, settleMatter as settlementBody } from '../../contract/matters/schemas.ts';
import { fileEndpoints } from '../../contract/files/endpoints.ts';
import { ofApplication } from '../../subject.ts';
import { readFile } from '../files/read-file.ts';
import { pageOf } from '../../contract/reply-parts.ts';
import * as replies from '../../contract/certificates/replies.ts';
import * as pictureReplies from '../../contract/pictures/replies.ts';
import * as standingReplies from '../../contract/standing/replies.ts';
import { idParams, route } from '../../http/route.ts';
import type { Actor, StaffActor } from '../../actor.ts';
import { readOverdueBefore } from '../office-hours/read-overdue.ts';
import { completeApplication } from './completion/complete-application.ts';
import { completionForm, preCheckForm, previewForm, submissionForm } from './applying/choose-form.ts';
import { decideApplication } from './review/decide-application.ts';
import { listTypes } from './types/find-type.ts';
import { inScope, listNextPending, listOwnApplications, listQueue } from './applying/list-applications.ts';
import { readWorkbench } from './applying/read-workbench.ts';
import { offerLines } from './reading/offer-lines.ts';
import { mailCertificate } from './issued/mail-certificate.ts';
import {
  presentDetail,
  presentPage,
  presentQueueRow,
  presentOwnRow,
  presentWorkbench,
  presentReplacement,
  presentStaffDetail,
  presentType,
} from './present.ts';
import { pictureCertificate, picturePreview, pictureSample, pictureWaiting } from './issued/picture-page.ts';
import { preCheck } from './pre-check/pre-check.ts';
import { previewApplication, previewWaiting } from './applying/preview-application.ts';
import { settleMatter } from './ended/settle-matter.ts';
import { countOpenMatters, findMatter, listMatters } from './matters/list-matters.ts';
import { previewReplacement, printReplacement } from './ended/preview-replacement.ts';
import { readDocument, readDocumentOrPreview } from './issued/read-document.ts';
import { replaceCertificate } from './ended/replace-certificate.ts';
import { retryIssue } from './issued/retry-issue.ts';
import { lookAgain } from './review/look-again.ts';
import { firstUnattended } from './review/review-presence.ts';
import { revokeCertificate } from './ended/revoke-certificate.ts';
import { showApplication } from './applying/show-application.ts';
import { returnApplication } from './completion/return-application.ts';
import { showReapplication } from './completion/show-reapplication.ts';
import { showSample } from './types/show-sample.ts';
import { submitApplication } from './applying/submit-application.ts';
import { withdrawApplication } from './applying/withdraw-application.ts';

const page = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform(Number);
const pageParams = z.strictObject({ page });
const letterPageParams = idParams.extend({ page });
const typeParams = z.strictObject({ code: z.string().regex(/^[\w-]{1,60}$/) });
const samplePageParams = typeParams.extend({ page });

const detail = async (actor: Actor, id: number) => presentDetail(actor, await showApplication({ actor, id }));
const staffDetail = async (actor: StaffActor, id: number) => {
  const shown = await showApplication({ actor, id });
  // What a colleague has open now is not the next one.
  const nextPendingId = await firstUnattended(actor, await listNextPending(shown.application));
  const openMatters = shown.certificate ? await countOpenMatters(shown.certificate.id) : 0;
  return presentStaffDetail(actor, shown, { nextPendingId, openMatters });
};
const pdf = ({ bytes, number }: { bytes: Buffer; number: string }) => ({ bytes, fileName: `电子证明-${number}.pdf` });

const attachmentParams = idParams.extend({ file: z.string().regex(/^[\w-]{10,60}$/) });
const attachment = (actor: Actor, { id, file }: z.output<typeof attachmentParams>) =>
  readFile({ actor, owner: ofApplication(id), token: file });

export const certificateRoutes = [
  route(fileEndpoints.showAttachment, { params: attachmentParams }, ({ actor, params }) => attachment(actor, params)),
  route(fileEndpoints.showStaffAttachment, { params: attachmentParams }, ({ actor, params }) =>
    attachment(actor, params),
  ),
  route(certificateEndpoints.showWorkbench, { reply: replies.workbenchReply }, async ({ actor }) =>
    presentWorkbench(await readWorkbench(actor)),
  ),
  route(certificateEndpoints.listTypes, { reply: replies.certificateTypeReply.array() }, async ({ actor }) =>
    (await listTypes(actor)).map(presentType),
  ),
  route(certificateEndpoints.showSample, { params: typeParams }, async ({ actor, params }) => ({
    bytes: await showSample({ actor, code: params.code }),
    fileName: '示样.pdf',
  })),
  route(
    pictureEndpoints.pictureSample,
    { params: samplePageParams, reply: pictureReplies.pagePicture },
    async ({ actor, params }) => pictureSample({ actor, ...params }),
  ),
  route(offersEndpoints.showOffers, { reply: offersReply }, ({ actor }) => offerLines(actor)),
  route(preCheckEndpoints.preCheck, { body: preCheckForm, reply: preCheckReply }, ({ actor, body }) =>
    preCheck({ actor, form: body }),
  ),
  route(certificateEndpoints.previewApplication, { body: previewForm }, async ({ actor, body }) => {
    return { bytes: await previewApplication({ actor, content: body }), fileName: '证明预览.pdf' };
  }),
  route(
    pictureEndpoints.picturePreview,
    { params: pageParams, body: previewForm, reply: pictureReplies.pagePicture },
    async ({ actor, params, body }) => picturePreview({ actor, content: body, page: params.page }),
  ),
  route(
    certificateEndpoints.submitApplication,
    { body: submissionForm, reply: replies.applicationDetail },
    async ({ actor, body }) => {
      const { idempotencyKey, seen, ...content } = body;
      return detail(actor, await submitApplication({ actor, content, idempotencyKey, seen }));
    },
  ),
  route(
    certificateEndpoints.listApplications,
    { query: listApplications, reply: pageOf(replies.ownApplicationRow) },
    async ({ actor, query }) => presentPage(await listOwnApplications(actor, query), presentOwnRow),
  ),
  route(
    certificateEndpoints.showApplication,
    { params: idParams, reply: replies.applicationDetail },
    async ({ actor, params }) => detail(actor, params.id),
  ),
  route(
    certificateEndpoints.completeApplication,
    { params: idParams, body: completionForm, reply: replies.applicationDetail },
    async ({ actor, params, body }) => {
      const { idempotencyKey, ...content } = body;
      await completeApplication({ actor, id: params.id, content, idempotencyKey });
      return detail(actor, params.id);
    },
  ),
  route(
    certificateEndpoints.showReapplication,
    { params: idParams, reply: replies.reapplicationReply },
    async ({ actor, params }) => showReapplication({ actor, id: params.id }),
  ),
  route(certificateEndpoints.previewWaiting, { params: idParams }, async ({ actor, params }) => ({
    bytes: await previewWaiting({ actor, id: params.id }),
    fileName: '证明预览.pdf',
  })),
  route(
    pictureEndpoints.pictureWaiting,
    { params: letterPageParams, reply: pictureReplies.pagePicture },
    async ({ actor, params }) => pictureWaiting({ actor, ...params }),
  ),
  route(
    certificateEndpoints.withdrawApplication,
    { params: idParams, reply: replies.applicationDetail },
    async ({ actor, params }) => {
      await withdrawApplication({ actor, id: params.id });
      return detail(actor, params.id);
    },
  ),
  route(certificateEndpoints.downloadCertificate, { params: idParams }, async ({ actor, params }) =>
    pdf(await readDocument({ actor, id: params.id })),
  ),
  route(
    pictureEndpoints.pictureCertificate,
    { params: letterPageParams, reply: pictureReplies.pagePicture },
    async ({ actor, params }) => pictureCertificate({ actor, ...params }),
  ),
  route(
    certificateEndpoints.mailCertificate,
    { params: idParams, body: mailingBody, reply: replies.applicationDetail },
    async (call) => {
      await mailCertificate({ actor: call.actor, id: call.params.id, email: call.body.email });
      return detail(call.actor, call.params.id);
    },
  ),
  route(
    certificateEndpoints.listQueue,
    { query: queueQuery, reply: pageOf(replies.queueRow) },
    async ({ actor, query }) => {
      const overdueBefore = await readOverdueBefore();
      return presentPage(await listQueue(inScope(actor, query)), (line) => presentQueueRow(line, overdueBefore));
    },
  ),
  route(
    certificateEndpoints.showStaffApplication,
    { params: idParams, reply: replies.staffApplicationDetail },
    async ({ actor, params }) => staffDetail(actor, params.id),
  ),
  route(certificateEndpoints.showStaffPdf, { params: idParams }, async ({ actor, params }) =>
    pdf(await readDocumentOrPreview({ actor, id: params.id })),
  ),
  route(
    certificateEndpoints.decideApplication,
    { params: idParams, body: decisionBody, reply: replies.staffApplicationDetail },
    async (call) => {
      const { actor, body: verdict } = call;
      const { id } = call.params;
      if (verdict.verdict === 'return') {
        const { reason, request, seen } = verdict;
        await returnApplication({ actor, id, reason, request, seen });
      } else await decideApplication({ actor, id, verdict });
      return staffDetail(call.actor, call.params.id);
    },
  ),
  route(
    certificateEndpoints.lookAgain,
    { params: idParams, reply: replies.staffApplicationDetail },
    async ({ actor, params }) => {
      await lookAgain({ actor, id: params.id });
      return staffDetail(actor, params.id);
    },
  ),
  route(
    certificateEndpoints.retryIssue,
    { params: idParams, reply: replies.staffApplicationDetail },
    async ({ actor, params }) => {
      await retryIssue({ actor, id: params.id });
      return staffDetail(actor, params.id);
    },
  ),
  route(
    standingEndpoints.revokeCertificate,
    { params: idParams, body: revocationBody, reply: replies.staffApplicationDetail },
    async (call) => {
      await revokeCertificate({ actor: call.actor, id: call.params.id, reason: call.body.reason });
      return staffDetail(call.actor, call.params.id);
    },
  ),
  route(matterEndpoints.listMatters, { query: matterQuery, reply: pageOf(matterRow) }, ({ query }) =>
    listMatters(query),
  ),
  route(
    matterEndpoints.settleMatter,
    { params: idParams, body: settlementBody, reply: matterRow },
    async ({ actor, params, body }) => {
      await settleMatter({ actor, id: params.id, by: body });
      return findMatter(params.id);
    },
  ),
  route(
    standingEndpoints.previewReplacement,
    { params: idParams, body: correctionBody, reply: standingReplies.replacementPreviewReply },
    async (call) =>
      presentReplacement(await previewReplacement({ actor: call.actor, id: call.params.id, correction: call.body })),
  ),
  route(
    standingEndpoints.printReplacement,
    { params: idParams, body: printedCorrectionBody },
    async ({ actor, params, body: { seen, ...correction } }) => ({
      bytes: await printReplacement({ actor, id: params.id, correction, seen }),
      fileName: '更正后的证明预览.pdf',
    }),
  ),
  route(
    standingEndpoints.replaceCertificate,
    { params: idParams, body: replacementBody, reply: replies.staffApplicationDetail },
    async (call) => {
      const { reason, seen, words, ...correction } = call.body;
      return staffDetail(
        call.actor,
        await replaceCertificate({ actor: call.actor, id: call.params.id, reason, seen, words, correction }),
      );
    },
  ),
];
