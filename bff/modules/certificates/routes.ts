import { z } from 'zod';
import { certificateEndpoints } from '../../contract/endpoints/certificates.ts';
import {
  applicationContent,
  decideApplication as decisionBody,
  listApplications,
  listQueue as queueQuery,
  mailCertificate as mailingBody,
  submitApplication as submissionBody,
  typeOnly,
} from '../../contract/schemas/applications.ts';
import type { ApplicationField } from '../../contract/enums.ts';
import { countAgainst } from '../../http/rate-limit.ts';
import { idParams, route } from '../../http/route.ts';
import { clock } from '../../platform/clock/clock.ts';
import type { Actor, StaffActor } from '../accounts/actor.ts';
import { decideApplication } from './decide-application.ts';
import { asksOf, listTypes } from './find-type.ts';
import { countOwn, findNextPending, listOwnApplications, listQueue } from './list-applications.ts';
import { mailCertificate } from './mail-certificate.ts';
import { presentDetail, presentPage, presentQueueRow, presentRow, presentStaffDetail, presentType } from './present.ts';
import { previewApplication } from './preview-application.ts';
import { readDocument, readDocumentOrPreview } from './read-document.ts';
import { retryIssue } from './retry-issue.ts';
import { showApplication } from './show-application.ts';
import { showSample } from './show-sample.ts';
import { submitApplication } from './submit-application.ts';
import { withdrawApplication } from './withdraw-application.ts';

const EVERY_FIELD: ApplicationField[] = ['lawyers', 'since', 'freeText'];
const typeParams = z.strictObject({ code: z.string().max(60) });
const RECENT = 5;

/** Printing costs a worker some time: a person needs a handful of previews, not hundreds. */
const previewRate = { name: 'preview', limit: 60, windowMs: 10 * 60_000 };
/** The mail server is not a toy. */
const mailRate = { name: 'mail', limit: 20, windowMs: 60 * 60_000 };

const contentBody = {
  documented: applicationContent(EVERY_FIELD, '9999-12-31'),
  choose: async (raw: unknown) => applicationContent(await asksOf(typeOnly.safeParse(raw).data?.type), clock.today()),
};
const submitBody = {
  documented: submissionBody(EVERY_FIELD, '9999-12-31'),
  choose: async (raw: unknown) => submissionBody(await asksOf(typeOnly.safeParse(raw).data?.type), clock.today()),
};

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
  route(certificateEndpoints.previewApplication, { body: contentBody }, async ({ actor, body }) => {
    await countAgainst(previewRate, String(actor.accountId));
    return { bytes: await previewApplication({ actor, content: body }), fileName: '证明预览.pdf' };
  }),
  route(certificateEndpoints.submitApplication, { body: submitBody }, async ({ actor, body }) => {
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
    await countAgainst(mailRate, String(call.actor.accountId));
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
];
