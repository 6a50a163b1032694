import type { AttachmentReply } from '../files/endpoints.ts';
import type { Country } from '../countries.ts';
import type { ApplicationField, CertificateGroup } from '../certificate-types/enums.ts';
import type { ApplicationState, CertificateStanding, IssueState, Pickup } from './enums.ts';
import type { FindingResult, Outcome, ReviewMode, ReviewRule } from '../review/enums.ts';
import type { SubjectKind } from '../registry/enums.ts';
import type { TimelineEvent } from '../timeline/enums.ts';
import type {
  ApplicationContent,
  DecideApplication,
  ListApplications,
  ListQueue,
  MailCertificate,
  SubmitApplication,
} from './schemas.ts';
import { endpoint, type Page } from '../endpoint.ts';
import type { PaperFeesReply, PaperProgress } from '../papers/endpoints.ts';

/** A type this member may ask for. */
export interface CertificateTypeReply {
  code: string;
  label: string;
  group: CertificateGroup;
  reviewMode: ReviewMode;
  asks: ApplicationField[];
  /** 填写须知 beneath the form, a paragraph per entry. */
  notice: string[];
}

/** One rule's look at one datum. `subject` is blanked for members when it is somebody else's data. */
export interface FindingReply {
  rule: ReviewRule;
  result: FindingResult;
  subjectKind: SubjectKind | null;
  subject: string;
  /** What was looked at and what it said, in a sentence. */
  datum: string;
  /** Where the datum was read (a registry, a document number) and when. */
  source: string;
  readAt: string;
}
export interface TimelineEntry {
  event: TimelineEvent;
  at: string;
  /** Name of the person or 系统; members see 协会工作人员 instead of a staff name. */
  by: string;
  note: string;
}
export interface ApplicationRow {
  id: number;
  number: string;
  typeCode: string;
  typeLabel: string;
  applicantName: string;
  email: string;
  submittedAt: string;
  decidedAt: string | null;
  state: ApplicationState;
  outcome: Outcome | null;
  /** Of the issued certificate, today; null while there is none. */
  standing: CertificateStanding | null;
  can: { withdraw: boolean; download: boolean; mail: boolean };
}
export interface PaperReply {
  copies: number;
  pickup: Pickup;
  recipient: string;
  phone: string;
  address: string;
  /** As they were when it was submitted. */
  fees: PaperFeesReply;
  /** Null until the application is approved. */
  progress: PaperProgress | null;
}
/** The other end of a correction. */
export type ChainLink = Pick<ApplicationRow, 'number'> & { applicationId: number };
export interface ApplicationDetail extends ApplicationRow {
  can: ApplicationRow['can'] & { share: boolean };
  reviewMode: ReviewMode;
  since: string | null;
  year: number | null;
  /** ISO 3166-1, see countries.ts; empty: not asked for. */
  country: Country | '';
  latinName: string;
  /** The person concerned agrees; said where the type asks for it. */
  hasConsent: boolean;
  purpose: string;
  freeText: string;
  remark: string;
  paper: PaperReply | null;
  lawyers: { id: number; name: string; licenceNo: string }[];
  attachments: AttachmentReply[];
  opinion: string;
  findings: FindingReply[];
  timeline: TimelineEntry[];
  issueState: IssueState | null;
  certificate: {
    standing: CertificateStanding;
    /** When it was revoked or replaced, and why. */
    standingAt: string | null;
    standingReason: string;
    /** Its last valid day; null: no such day. */
    expiresOn: string | null;
    replaces: ChainLink | null;
    replacedBy: ChainLink | null;
    issuedAt: string;
    verifyUrl: string;
    verifyCode: string;
    sha256: string;
    pages: number;
  } | null;
}

/** What the review desk shows of a waiting or decided application. */
export interface QueueRow extends ApplicationRow {
  applicantKind: SubjectKind;
  reviewMode: ReviewMode;
  /** Findings that are in doubt; 0 means that an approval in a batch is allowed. */
  doubts: number;
  /** Whole minutes since it was submitted (until decided). */
  ageMinutes: number;
  issueState: IssueState | null;
}
export interface StaffApplicationDetail extends ApplicationDetail {
  applicantKind: SubjectKind;
  applicantId: number;
  decidedBy: string;
  /** The next waiting application of the queue, oldest first. */
  nextPendingId: number | null;
  /** The version of the wording that the certificate was made with; null before approval. */
  wording: { typeId: number; id: number; version: number } | null;
  permits: { approve: boolean; reject: boolean; retryIssue: boolean; revoke: boolean; replace: boolean };
  /** Whether the type prints a text that the member wrote. */
  hasFreeText: boolean;
}

/** 首页 workbench: the member's own numbers. */
export interface WorkbenchReply {
  pending: number;
  approved: number;
  rejected: number;
  recent: ApplicationRow[];
}

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
  listApplications: endpoint<{ query: ListApplications; reply: Page<ApplicationRow> }>()({
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
  withdrawApplication: endpoint<{ params: { id: string }; reply: ApplicationDetail }>()({
    method: 'POST',
    path: '/applications/:id/withdrawal',
    access: 'member',
    summary: 'Withdraws a waiting application',
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
    summary: 'Approves, or rejects with an opinion',
  }),
  retryIssue: endpoint<{ params: { id: string }; reply: StaffApplicationDetail }>()({
    method: 'POST',
    path: '/staff/applications/:id/issue',
    access: ['reviewer'],
    summary: 'Makes the document again after a failure',
  }),
} as const;
