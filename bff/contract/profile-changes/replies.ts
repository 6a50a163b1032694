import { z } from 'zod';
import { attachmentReply } from '../files/replies.ts';
import { fieldSettings } from '../profile-fields/replies.ts';
import { PROFILE } from '../profile/profile.ts';
import { instant, oneOf, reply } from '../reply-parts.ts';
import { CHANGE_STATES, CHANGED_BY } from './enums.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const row = z.strictObject({ id: z.string(), variant: z.string().optional(), values: z.record(z.string(), value) });

const ownChange = z.strictObject({
  id: z.int(),
  section: oneOf(PROFILE),
  state: oneOf(CHANGE_STATES),
  version: z.int(),
  /** What it is compared with: while it waits what is in force now, afterwards what was when it was asked for. */
  before: z.array(row),
  /** As it is wanted; while it waits, on what is in force now. */
  rows: z.array(row),
  saidNone: z.boolean(),
  createdAt: instant,
  decidedAt: instant.nullable(),
  opinion: z.string(),
  /** `amend` false while it waits: a reviewer has looked at it. */
  can: z.strictObject({ amend: z.boolean(), withdraw: z.boolean() }),
});

/** 个人档案: what is in force, and what waits or was decided about changing it. */
export const ownArchive = reply('OwnArchive', {
  /** Of the profile: what a change is asked for against. */
  version: z.int(),
  /** Why nothing can be changed now; '' where it can. */
  bar: z.string(),
  approvedAt: instant.nullable(),
  given: z.record(z.string(), value),
  /** What the office has set of fields. */
  fields: fieldSettings,
  sections: z.array(z.strictObject({ key: oneOf(PROFILE), rows: z.array(row), saidNone: z.boolean() })),
  changes: z.array(ownChange),
  history: z.array(z.strictObject({ section: oneOf(PROFILE), at: instant, by: oneOf(CHANGED_BY) })),
  files: z.array(attachmentReply),
});
export type OwnArchive = z.infer<typeof ownArchive>;

/** What became of a change: which part took effect at once, and whether another part waits. */
export const askedChange = reply('AskedChange', {
  /** Labels of fields, or of the section, that took effect. */
  applied: z.array(z.string()),
  /** Labels of contacts that a second person confirms: they would open an account that nobody has used. */
  confirming: z.array(z.string()),
  /** Labels that wait for a review. */
  waiting: z.array(z.string()),
  archive: ownArchive,
});
export type AskedChange = z.infer<typeof askedChange>;

export const profileChangeRow = reply('ProfileChangeRow', {
  id: z.int(),
  lawyerId: z.int(),
  name: z.string(),
  licenceNo: z.string(),
  firmName: z.string(),
  section: oneOf(PROFILE),
  state: oneOf(CHANGE_STATES),
  version: z.int(),
  doubts: z.int(),
  createdAt: instant,
});
export type ProfileChangeRow = z.infer<typeof profileChangeRow>;

export const profileChangeDetail = reply('ProfileChangeDetail', {
  ...profileChangeRow.shape,
  profileId: z.int(),
  /** The rows that are in force now, and those with the change. */
  before: z.array(row),
  rows: z.array(row),
  saidNone: z.boolean(),
  /** `row.field` or `row`: changed on both sides; what is wanted stands in `wanted`. */
  conflicts: z.array(z.string()),
  wanted: z.array(row),
  hasSensitive: z.boolean(),
  fields: fieldSettings,
  findings: z.record(z.string(), z.string()),
  files: z.array(attachmentReply),
  opinion: z.string(),
  decidedBy: z.string(),
  decidedAt: instant.nullable(),
  can: z.strictObject({ decide: z.boolean() }),
});
export type ProfileChangeDetail = z.infer<typeof profileChangeDetail>;
