import { z } from 'zod';
import { APPLICATION_FIELDS, CERTIFICATE_GROUPS } from '../certificate-types/enums.ts';
import { APPLICATION_STATES, CERTIFICATE_STANDINGS, ISSUE_STATES, PICKUPS } from './enums.ts';
import { COUNTRIES } from '../countries.ts';
import { attachmentReply } from '../files/replies.ts';
import { paperFeesReply, paperProgress } from '../papers/replies.ts';
import { SUBJECT_KINDS } from '../registry/enums.ts';
import { APPROVAL_WAYS, FINDING_RESULTS, OUTCOMES, REVIEW_MODES, REVIEW_RULES } from '../review/enums.ts';
import { STAFF_TIMELINE_EVENTS, TIMELINE_EVENTS } from '../timeline/enums.ts';
import { day, instant, oneOf, reply } from '../reply-parts.ts';

/** A type of this member's audience. */
export const certificateTypeReply = reply('CertificateTypeReply', {
  code: z.string(),
  label: z.string(),
  group: oneOf(CERTIFICATE_GROUPS),
  reviewMode: oneOf(REVIEW_MODES),
  asks: z.array(oneOf(APPLICATION_FIELDS)),
  /** Why this member may not ask for it now, a sentence each; empty: he, she or it may. */
  unmet: z.array(z.string()),
  /** 填写须知 beneath the form, a paragraph per entry. */
  notice: z.array(z.string()),
});
export type CertificateTypeReply = z.infer<typeof certificateTypeReply>;

/** One rule's look at one datum. `subject` is blanked for members when it is somebody else's data. */
export const findingReply = reply('FindingReply', {
  rule: oneOf(REVIEW_RULES),
  result: oneOf(FINDING_RESULTS),
  subjectKind: oneOf(SUBJECT_KINDS).nullable(),
  subject: z.string(),
  /** What was looked at and what it said, in a sentence. */
  datum: z.string(),
  /** Where the datum was read (a registry, a document number) and when. */
  source: z.string(),
  readAt: instant,
});
export type FindingReply = z.infer<typeof findingReply>;

export const timelineEntry = reply('TimelineEntry', {
  event: oneOf(TIMELINE_EVENTS),
  at: instant,
  /** Name of the person or 系统; members see 协会工作人员 instead of a staff name. */
  by: z.string(),
  note: z.string(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

/** As staff see it: how doubts were settled as well. */
export const staffTimelineEntry = reply('StaffTimelineEntry', {
  ...timelineEntry.shape,
  event: oneOf(STAFF_TIMELINE_EVENTS),
});
export type StaffTimelineEntry = z.infer<typeof staffTimelineEntry>;

export const applicationRow = reply('ApplicationRow', {
  id: z.int(),
  number: z.string(),
  typeCode: z.string(),
  typeLabel: z.string(),
  applicantName: z.string(),
  email: z.string(),
  submittedAt: instant,
  decidedAt: instant.nullable(),
  state: oneOf(APPLICATION_STATES),
  outcome: oneOf(OUTCOMES).nullable(),
  /** Of the issued certificate, today; null while there is none. */
  standing: oneOf(CERTIFICATE_STANDINGS).nullable(),
  can: z.strictObject({
    withdraw: z.boolean(),
    download: z.boolean(),
    mail: z.boolean(),
  }),
});
export type ApplicationRow = z.infer<typeof applicationRow>;

/** A row of 我的证明: besides, what tells one letter of a type from another. */
export const ownApplicationRow = reply('OwnApplicationRow', {
  ...applicationRow.shape,
  purpose: z.string(),
  /** The first few lawyers it names; those that were searched for before the others. */
  lawyerNames: z.array(z.string()),
  lawyerCount: z.int(),
});
export type OwnApplicationRow = z.infer<typeof ownApplicationRow>;

export const paperReply = reply('PaperReply', {
  copies: z.int(),
  pickup: oneOf(PICKUPS),
  recipient: z.string(),
  phone: z.string(),
  address: z.string(),
  /** As they were when it was submitted. */
  fees: paperFeesReply,
  /** Null until the application is approved. */
  progress: paperProgress.nullable(),
});
export type PaperReply = z.infer<typeof paperReply>;

/** The other end of a correction. */
export const chainLink = reply('ChainLink', {
  ...applicationRow.pick({ number: true }).shape,
  applicationId: z.int(),
});
export type ChainLink = z.infer<typeof chainLink>;

/** How long it usually takes, in minutes of office hours, and how many of them a working day has. */
export const usualTime = z.strictObject({ minutes: z.int(), workdayMinutes: z.int() });

export const applicationDetail = reply('ApplicationDetail', {
  ...applicationRow.shape,
  can: applicationRow.shape.can.extend({
    share: z.boolean(),
    /** It was returned for completion, and waits for the member. */
    complete: z.boolean(),
  }),
  /** Why it was returned, what is to be completed, and the last day for it; null: it is not waiting for that. */
  returned: z.strictObject({ reason: z.string(), request: z.string(), at: instant, lastDay: day }).nullable(),
  /**
   * Where it stands among those that wait for a person, and how many minutes of office hours that usually takes (null: too
   * few to say).
   */
  wait: z
    .strictObject({
      place: z.int(),
      usual: usualTime.nullable(),
    })
    .nullable(),
  reviewMode: oneOf(REVIEW_MODES),
  since: z.string().nullable(),
  /** Lawyers who began to practise later count from their own first day. */
  sinceFirstPractice: z.boolean(),
  year: z.int().nullable(),
  /** ISO 3166-1, see countries.ts; empty: not asked for. */
  country: z.union([oneOf(COUNTRIES), z.literal('')]),
  latinName: z.string(),
  /** The person concerned agrees; said where the type asks for it. */
  hasConsent: z.boolean(),
  purpose: z.string(),
  freeText: z.string(),
  remark: z.string(),
  paper: paperReply.nullable(),
  lawyers: z.array(
    z.strictObject({
      id: z.int(),
      name: z.string(),
      licenceNo: z.string(),
    }),
  ),
  attachments: z.array(attachmentReply),
  opinion: z.string(),
  findings: z.array(findingReply),
  timeline: z.array(timelineEntry),
  issueState: oneOf(ISSUE_STATES).nullable(),
  certificate: z
    .strictObject({
      standing: oneOf(CERTIFICATE_STANDINGS),
      /** When it was revoked or replaced, and why. */
      standingAt: instant.nullable(),
      standingReason: z.string(),
      /** Its last valid day; null: no such day. */
      expiresOn: day.nullable(),
      replaces: chainLink.nullable(),
      replacedBy: chainLink.nullable(),
      issuedAt: instant,
      verifyUrl: z.string(),
      verifyCode: z.string(),
      sha256: z.string(),
      pages: z.int(),
    })
    .nullable(),
});
export type ApplicationDetail = z.infer<typeof applicationDetail>;

/** What of an earlier application can be asked for once more. */
export const reapplicationReply = reply('ReapplicationReply', {
  /** Null: it cannot be asked for now. */
  type: z.string().nullable(),
  /** Whom it named and may name again. */
  lawyers: applicationDetail.shape.lawyers,
  /** What has changed since, a sentence each. */
  said: z.array(z.string()),
});
export type ReapplicationReply = z.infer<typeof reapplicationReply>;

/** What the review desk shows of a waiting or decided application. */
export const queueRow = reply('QueueRow', {
  ...applicationRow.shape,
  applicantKind: oneOf(SUBJECT_KINDS),
  reviewMode: oneOf(REVIEW_MODES),
  /** Findings that a person can settle, and those that nobody can. */
  doubts: z.int(),
  contradictions: z.int(),
  /** How it may be approved, and what of it no machine has checked. */
  way: oneOf(APPROVAL_WAYS),
  unchecked: z.array(z.string()),
  /** Whole minutes since it was submitted (until decided), without those in which it waited for its member. */
  ageMinutes: z.number(),
  /** It waits for a person for longer than one working day. */
  isOverdue: z.boolean(),
  issueState: oneOf(ISSUE_STATES).nullable(),
  /** Names what the member has sent: sent back with an approval from the list. */
  contentSeen: z.string(),
});
export type QueueRow = z.infer<typeof queueRow>;

export const staffApplicationDetail = reply('StaffApplicationDetail', {
  ...applicationDetail.shape,
  timeline: z.array(staffTimelineEntry),
  applicantKind: oneOf(SUBJECT_KINDS),
  applicantId: z.int(),
  decidedBy: z.string(),
  /** The next waiting application of the queue, oldest first. */
  nextPendingId: z.int().nullable(),
  /** Names what was sent and the doubts among `findings`: sent back with a decision, which is one over these and no others. */
  doubtsSeen: z.string(),
  /** The version of the wording that the certificate was made with; null before approval. */
  wording: z
    .strictObject({
      typeId: z.int(),
      id: z.int(),
      version: z.int(),
    })
    .nullable(),
  permits: z.strictObject({
    approve: z.boolean(),
    reject: z.boolean(),
    return: z.boolean(),
    retryIssue: z.boolean(),
    revoke: z.boolean(),
    replace: z.boolean(),
  }),
  /** Whether the type prints a text that the member wrote. */
  hasFreeText: z.boolean(),
  /** Changes of facts since the certificate was issued that nobody has settled yet (证明复核). */
  openMatters: z.int(),
});
export type StaffApplicationDetail = z.infer<typeof staffApplicationDetail>;

/** 首页 workbench: the member's own numbers. */
export const workbenchReply = reply('WorkbenchReply', {
  pending: z.int(),
  /** Waiting for the member to complete them. */
  returned: z.int(),
  approved: z.int(),
  rejected: z.int(),
  recent: z.array(ownApplicationRow),
});
export type WorkbenchReply = z.infer<typeof workbenchReply>;
