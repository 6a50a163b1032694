import { z } from 'zod';
import { attachmentReply } from '../files/replies.ts';
import { SUBJECT_KINDS } from '../registry/enums.ts';
import { instant, oneOf, reply } from '../reply-parts.ts';
import { CORRECTION_EVENTS, CORRECTION_FIELD_KEYS, CORRECTION_STATES, type CorrectionInput } from './enums.ts';

const INPUTS = ['line', 'digits', 'day', 'sex', 'category', 'firmKind', 'words'] as const satisfies CorrectionInput[];

const memberNamed = { kind: oneOf(SUBJECT_KINDS), name: z.string(), licenceNo: z.string() };

/** What a member may say is wrong, with what is registered now. */
export const correctableReply = reply('Correctable', {
  subject: z.strictObject(memberNamed),
  fields: z.array(
    z.strictObject({
      field: z.enum(CORRECTION_FIELD_KEYS),
      label: z.string(),
      input: z.enum(INPUTS),
      /** In words, as it is shown; '' where nothing is registered, or where a list is. */
      present: z.string(),
      /** The member's request about it that is still open. */
      openId: z.int().nullable(),
    }),
  ),
});
export type CorrectableReply = z.infer<typeof correctableReply>;

const requested = {
  id: z.int(),
  label: z.string(),
  /** As registered when it was asked for, in words. */
  present: z.string(),
  wanted: z.string(),
  state: oneOf(CORRECTION_STATES),
  requestedAt: instant,
};

/** A line of 更正申请, as who asked sees it. */
export const ownCorrectionRow = reply('OwnCorrectionRow', {
  ...requested,
  subjectName: z.string(),
  /** A firm about one of its lawyers. */
  isClaim: z.boolean(),
});
export type OwnCorrectionRow = z.infer<typeof ownCorrectionRow>;

const timeline = z.array(
  z.strictObject({
    event: oneOf(CORRECTION_EVENTS),
    at: instant,
    by: z.string(),
    note: z.string(),
  }),
);

export const ownCorrection = reply('OwnCorrection', {
  ...ownCorrectionRow.shape,
  subjectLicenceNo: z.string(),
  reason: z.string(),
  opinion: z.string(),
  attachments: z.array(attachmentReply),
  timeline,
  can: z.strictObject({ withdraw: z.boolean() }),
});
export type OwnCorrection = z.infer<typeof ownCorrection>;

/** The same as staff list it. */
export const correctionRow = reply('CorrectionRow', {
  ...requested,
  subjectKind: oneOf(SUBJECT_KINDS),
  subjectId: z.int(),
  subjectName: z.string(),
  subjectLicenceNo: z.string(),
  askerName: z.string(),
  isClaim: z.boolean(),
  endedByName: z.string(),
});
export type CorrectionRow = z.infer<typeof correctionRow>;

export const correctionDetail = reply('CorrectionDetail', {
  ...correctionRow.shape,
  askerKind: oneOf(SUBJECT_KINDS),
  askerId: z.int(),
  reason: z.string(),
  /** What the registry says at the moment, in words. */
  now: z.string(),
  /** The registry says something else than when it was asked for. */
  hasChanged: z.boolean(),
  opinion: z.string(),
  attachments: z.array(attachmentReply),
  timeline,
  /** adopt: an act of the registry can carry it out, and nothing has changed since. */
  can: z.strictObject({ adopt: z.boolean(), decide: z.boolean() }),
  version: z.int(),
});
export type CorrectionDetail = z.infer<typeof correctionDetail>;
