import type {
  ApplicationContent,
  CompleteApplication,
  DecideApplication,
  ListApplications,
  ListQueue,
  MailCertificate,
  SubmitApplication,
} from './schemas.ts';
import type {
  CertificateTypeReply,
  OwnApplicationRow,
  ApplicationDetail,
  QueueRow,
  ReapplicationReply,
  StaffApplicationDetail,
  WorkbenchReply,
} from './replies.ts';
import { endpoint, type Page } from '../endpoint.ts';

export type * from './replies.ts';

export const certificateEndpoints = {
  showWorkbench: endpoint<{ reply: WorkbenchReply }>()({
    method: 'GET',
    path: '/me/workbench',
    access: 'member',
    summary: "The member's own numbers and latest applications",
  }),
  listTypes: endpoint<{ reply: CertificateTypeReply[] }>()({
    method: 'GET',
    path: '/certificate-types',
    access: 'member',
    summary: 'Certificate types this member may ask for',
  }),
  showSample: endpoint<{ params: { code: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/certificate-types/:code/sample.pdf',
    access: 'member',
    whileHeld: 'open',
    summary: 'Sample with invented data, marked 示样',
    replies: 'pdf',
  }),
  previewApplication: endpoint<{ body: ApplicationContent; reply: ArrayBuffer }>()({
    method: 'POST',
    path: '/applications/preview',
    access: 'member',
    summary: 'The letter as it would be issued, marked 样本; reports every fault of the form',
    replies: 'pdf',
  }),
  submitApplication: endpoint<{ body: SubmitApplication; reply: ApplicationDetail }>()({
    method: 'POST',
    path: '/applications',
    access: 'member',
    summary: 'Submits an application; the same idempotency key gives the same application',
  }),
  listApplications: endpoint<{ query: ListApplications; reply: Page<OwnApplicationRow> }>()({
    method: 'GET',
    path: '/applications',
    access: 'member',
    summary: 'Own applications',
  }),
  showApplication: endpoint<{ params: { id: string }; reply: ApplicationDetail }>()({
    method: 'GET',
    path: '/applications/:id',
    access: 'member',
    summary: 'One own application',
  }),
  completeApplication: endpoint<{ params: { id: string }; body: CompleteApplication; reply: ApplicationDetail }>()({
    method: 'POST',
    path: '/applications/:id/completion',
    access: 'member',
    summary: 'Sends an application again that was returned for completion',
  }),
  showReapplication: endpoint<{ params: { id: string }; reply: ReapplicationReply }>()({
    method: 'GET',
    path: '/applications/:id/reapplication',
    access: 'member',
    summary: 'What of an earlier application can be asked for once more, and what has changed since',
  }),
  previewWaiting: endpoint<{ params: { id: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/applications/:id/preview.pdf',
    access: 'member',
    summary: 'The letter of a waiting application as it would be issued now, marked 样本',
    replies: 'pdf',
  }),
  withdrawApplication: endpoint<{ params: { id: string }; reply: ApplicationDetail }>()({
    method: 'POST',
    path: '/applications/:id/withdrawal',
    access: 'member',
    summary: 'Withdraws an application that is not decided',
  }),
  downloadCertificate: endpoint<{ params: { id: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/applications/:id/certificate.pdf',
    access: 'member',
    summary: 'The issued file, byte for byte',
    replies: 'pdf',
  }),
  mailCertificate: endpoint<{ params: { id: string }; body: MailCertificate; reply: ApplicationDetail }>()({
    method: 'POST',
    path: '/applications/:id/mailings',
    access: 'member',
    summary: 'Mails the issued file to the contact address or another one',
  }),
  listQueue: endpoint<{ query: ListQueue; reply: Page<QueueRow> }>()({
    method: 'GET',
    path: '/staff/applications',
    access: ['reviewer'],
    summary: 'Applications of all members',
  }),
  showStaffApplication: endpoint<{ params: { id: string }; reply: StaffApplicationDetail }>()({
    method: 'GET',
    path: '/staff/applications/:id',
    access: ['reviewer'],
    summary: 'One application with all findings',
  }),
  showStaffPdf: endpoint<{ params: { id: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/staff/applications/:id/letter.pdf',
    access: ['reviewer'],
    summary: 'The issued file, or before the decision its preview',
    replies: 'pdf',
  }),
  decideApplication: endpoint<{ params: { id: string }; body: DecideApplication; reply: StaffApplicationDetail }>()({
    method: 'POST',
    path: '/staff/applications/:id/decision',
    access: ['reviewer'],
    summary: 'Approves, rejects with an opinion, or returns for completion',
  }),
  lookAgain: endpoint<{ params: { id: string }; reply: StaffApplicationDetail }>()({
    method: 'POST',
    path: '/staff/applications/:id/findings',
    access: ['reviewer'],
    summary: 'Judges a waiting application on the facts of now, and decides nothing',
  }),
  retryIssue: endpoint<{ params: { id: string }; reply: StaffApplicationDetail }>()({
    method: 'POST',
    path: '/staff/applications/:id/issue',
    access: ['reviewer'],
    summary: 'Makes the document again after a failure',
  }),
} as const;
