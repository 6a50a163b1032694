import { z } from 'zod';
import { certificateEndpoints } from '../../contract/endpoints/certificates.ts';
import { standingEndpoints } from '../../contract/endpoints/standing.ts';
import {
  decideApplication as decisionBody,
  listApplications,
  listQueue as queueQuery,
  mailCertificate as mailingBody,
  previewReplacement as correctionBody,
  replaceCertificate as replacementBody,
  revokeCertificate as revocationBody,
} from '../../contract/schemas/applications.ts';
import { idParams, route } from '../../http/route.ts';
import type { Actor, StaffActor } from '../accounts/actor.ts';
import { previewForm, submissionForm } from './choose-form.ts';
import { decideApplication } from './decide-application.ts';
import { listTypes } from './find-type.ts';
import { countOwn, findNextPending, listOwnApplications, listQueue } from './list-applications.ts';
import { mailCertificate } from './mail-certificate.ts';
import {
  presentDetail,
  presentPage,
  presentQueueRow,
  presentReplacement,
  presentRow,
  presentStaffDetail,
  presentType,
} from './present.ts';
import { previewApplication } from './preview-application.ts';
import { previewReplacement } from './preview-replacement.ts';
import { readDocument, readDocumentOrPreview } from './read-document.ts';
import { replaceCertificate } from './replace-certificate.ts';
import { retryIssue } from './retry-issue.ts';
import { revokeCertificate } from './revoke-certificate.ts';
import { showApplication } from './show-application.ts';
import { showSample } from './show-sample.ts';
import { submitApplication } from './submit-application.ts';
import { withdrawApplication } from './withdraw-application.ts';

const typeParams = z.strictObject({ code: z.string().max(60) });
const RECENT = 5;

const detail = async (actor: Actor, id: number) => presentDetail(actor, await showApplication({ actor, id }));
const staffDetail = async (actor: StaffActor, id: number) =>
  presentStaffDetail(actor, await showApplication({ actor, id }), await findNextPending(id));
const pdf = ({ bytes, number }: { bytes: Buffer; number: string }) => ({ bytes, fileName: `电子证明-${number}.pdf` });

export const certificateRoutes = [
  route(certificateEndpoints.showWorkbench, {}, async ({ actor }) => {
    const recent = await listOwnApplications(actor, { limit: RECENT, order: 'newest' });
    return { ...(await countOwn(actor)), recent: recent.items.map(presentRow) };
  }),
  route(certificateEndpoints.listTypes, {}, async ({ actor }) => (await listTypes(actor)).map(presentType)),
  route(certificateEndpoints.showSample, { params: typeParams }, async ({ actor, params }) => ({
    bytes: await showSample({ actor, code: params.code }),
    fileName: '示样.pdf',
  })),
  route(certificateEndpoints.previewApplication, { body: previewForm }, async ({ actor, body }) => {
    return { bytes: await previewApplication({ actor, content: body }), fileName: '证明预览.pdf' };
  }),
  route(certificateEndpoints.submitApplication, { body: submissionForm }, async ({ actor, body }) => {
    const { idempotencyKey, ...content } = body;
    return detail(actor, await submitApplication({ actor, content, idempotencyKey }));
  }),
  route(certificateEndpoints.listApplications, { query: listApplications }, async ({ actor, query }) =>
    presentPage(await listOwnApplications(actor, query), presentRow),
  ),
  route(certificateEndpoints.showApplication, { params: idParams }, async ({ actor, params }) =>
    detail(actor, params.id),
  ),
  route(certificateEndpoints.withdrawApplication, { params: idParams }, async ({ actor, params }) => {
    await withdrawApplication({ actor, id: params.id });
    return detail(actor, params.id);
  }),
  route(certificateEndpoints.downloadCertificate, { params: idParams }, async ({ actor, params }) =>
    pdf(await readDocument({ actor, id: params.id })),
  ),
  route(certificateEndpoints.mailCertificate, { params: idParams, body: mailingBody }, async (call) => {
    await mailCertificate({ actor: call.actor, id: call.params.id, email: call.body.email });
    return detail(call.actor, call.params.id);
  }),
  route(certificateEndpoints.listQueue, { query: queueQuery }, async ({ query }) =>
    presentPage(await listQueue(query), presentQueueRow),
  ),
  route(certificateEndpoints.showStaffApplication, { params: idParams }, async ({ actor, params }) =>
    staffDetail(actor, params.id),
  ),
  route(certificateEndpoints.showStaffPdf, { params: idParams }, async ({ actor, params }) =>
    pdf(await readDocumentOrPreview({ actor, id: params.id })),
  ),
  route(certificateEndpoints.decideApplication, { params: idParams, body: decisionBody }, async (call) => {
    await decideApplication({ actor: call.actor, id: call.params.id, verdict: call.body });
    return staffDetail(call.actor, call.params.id);
  }),
  route(certificateEndpoints.retryIssue, { params: idParams }, async ({ actor, params }) => {
    await retryIssue({ actor, id: params.id });
    return staffDetail(actor, params.id);
  }),
  route(standingEndpoints.revokeCertificate, { params: idParams, body: revocationBody }, async (call) => {
    await revokeCertificate({ actor: call.actor, id: call.params.id, reason: call.body.reason });
    return staffDetail(call.actor, call.params.id);
  }),
  route(standingEndpoints.previewReplacement, { params: idParams, body: correctionBody }, async (call) =>
    presentReplacement(await previewReplacement({ actor: call.actor, id: call.params.id, correction: call.body })),
  ),
  route(standingEndpoints.replaceCertificate, { params: idParams, body: replacementBody }, async (call) => {
    const { reason, seen, ...correction } = call.body;
    return staffDetail(
      call.actor,
      await replaceCertificate({ actor: call.actor, id: call.params.id, reason, seen, correction }),
    );
  }),
];
