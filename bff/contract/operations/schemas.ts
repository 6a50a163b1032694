import { z } from 'zod';
import { ROLES } from '../accounts/enums.ts';
import { pageQuery, keyOf } from '../fields.ts';
import { oneOf } from '../reply-parts.ts';
import { DUE_CAUSES } from '../ticket-clocks/enums.ts';
import { JOB_STATES, type JobName } from './enums.ts';

export const listJobs = z.strictObject({ ...pageQuery, state: keyOf(JOB_STATES, '状态').default('dead') });
export type ListJobs = z.input<typeof listJobs>;

const rowId = z.int().nonnegative();
/** Hash of the ticket with which a text is asked for; none in what was queued before there were any. */
const codeTicketHash = z.string().optional();
const empty = z.strictObject({});

/** What background work is given: ids of rows, and at most a word or a date. Rows of an earlier version are read by these too. */
export const JOB_PAYLOADS = {
  'make-registration-form': z.strictObject({ snapshotId: rowId }),
  'issue-certificate': z.strictObject({ certificateId: rowId }),
  'close-lapsed': z.strictObject({ applicationId: rowId }),
  'give-up-unpaid': z.strictObject({ orderId: rowId }),
  'raise-matters': z.strictObject({ changeId: rowId }),
  'send-message': z.strictObject({ messageId: rowId }),
  'work-import': z.strictObject({ runId: rowId, done: z.int().nonnegative() }),
  'work-profile-import': z.strictObject({ importId: rowId, done: z.int().nonnegative() }),
  'drop-profile-import': z.strictObject({ importId: rowId }),
  'make-export': z.strictObject({ exportId: rowId }),
  'remove-export': z.strictObject({ exportId: rowId }),
  'run-bulk-order': z.strictObject({ bulkOrderId: rowId }),
  'tell-bulk-order': z.strictObject({ bulkOrderId: rowId, look: z.int().positive() }),
  'tell-bulk-papers': z.strictObject({ bulkOrderId: rowId }),
  'make-print-batch': z.strictObject({ batchId: rowId }),
  'watch-signing-certificate': empty,
  'ask-for-holidays': empty,
  'seal-audit': empty,
  're-anchor-audit': empty,
  'mail-audit-end': empty,
  'start-self-audit': empty,
  'note-ended': z.strictObject({ certificateId: rowId }),
  'take-over-certificates': empty,
  'rebuild-name-keys': empty,
  'run-self-audit': z.strictObject({ selfAuditId: rowId }),
  'remove-photo-upload': z.strictObject({ uploadId: rowId }),
  'sweep-photos': empty,
  'remove-unbound-file': z.strictObject({ uploadId: rowId }),
  'open-help-ticket': z.strictObject({ helpRequestId: rowId }),
  'tell-of-help': z.strictObject({ ticketId: rowId }),
  'expire-ticket-files': empty,
  'check-ticket-counts': empty,
  'make-data-download': z.strictObject({ downloadId: rowId }),
  'remove-data-download': z.strictObject({ downloadId: rowId }),
  'sweep-personal-data': empty,
  'run-campaigns': empty,
  'gather-campaign': z.strictObject({ campaignId: rowId }),
  'remind-campaign': z.strictObject({ campaignId: rowId, after: rowId, day: z.iso.date() }),
  'digest-campaign': z.strictObject({ campaignId: rowId, day: z.iso.date() }),
  'check-profile-counts': empty,
  'check-activity-seats': empty,
  'scan-file': z.strictObject({ uploadId: rowId }),
  'delete-discarded-file': z.strictObject({ uploadId: rowId }),
  'encrypt-older-files': empty,
  'delete-plain-file': z.strictObject({ uploadId: rowId }),
  /** 0 for a login that nobody has; what was queued before texts were known goes by mail. */
  'send-reset-code': z.strictObject({
    accountId: rowId,
    by: z.enum(['phone', 'email']).default('email'),
    isOwner: z.boolean().default(false),
    codeTicketHash,
  }),
  /** 0 for a login that nobody has, or when the last six did not fit. */
  'send-activation-text': z.strictObject({ accountId: rowId, codeTicketHash }),
  'settle-payment': z.strictObject({ paymentId: rowId }),
  'advance-refund': z.strictObject({ refundId: rowId }),
  'reconcile-bill': z.strictObject({ date: z.iso.date() }),
  'expire-offer': z.strictObject({ registrationId: rowId }),
  'settle-activity': z.strictObject({ activityId: rowId }),
  'drop-strangers': z.strictObject({ activityId: rowId }),
  'release-unpaid': z.strictObject({ registrationId: rowId }),
  'wind-up-activity': z.strictObject({ activityId: rowId }),
  'freeze-draw': z.strictObject({ activityId: rowId }),
  'give-drawn-seats': z.strictObject({ activityId: rowId }),
  'end-registrations': empty,
  'remind-registrations': empty,
  'tell-roster': z.strictObject({ messageId: rowId }),
  'weigh-absences': z.strictObject({ lawyerId: rowId }),
  'serve-waiting': z.strictObject({ activityId: rowId }),
  'close-ticket': z.strictObject({ ticketId: rowId, solvedAt: z.int() }),
  'watch-chats': empty,
  'watch-ticket-clocks': empty,
  'reckon-ticket-clocks': z.strictObject({ cause: oneOf(DUE_CAUSES) }),
  'cover-leaves': empty,
  'tell-unassigned-tickets': z.strictObject({ role: oneOf(ROLES) }),
} as const satisfies Record<JobName, z.ZodType<object>>;
/** What a handler of that job is called with. */
export type JobPayload<Name extends JobName> = z.output<(typeof JOB_PAYLOADS)[Name]>;
