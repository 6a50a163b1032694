import { z } from 'zod';
import { attachmentReply } from '../files/replies.ts';
import { day, instant, oneOf, reply } from '../reply-parts.ts';
import { PROFILE_EVENTS, PROFILE_STATES, SECTION_LABELS, VERDICTS } from './enums.ts';
import { CONSENT_STATES } from './consents.ts';
import { fieldSettings } from '../profile-fields/replies.ts';
import { PROFILE } from './profile.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const values = z.record(z.string(), value);
const row = z.strictObject({ id: z.string(), variant: z.string().optional(), values });
const words = z.record(z.string(), z.string());

const sectionReply = z.strictObject({
  key: oneOf(PROFILE),
  label: oneOf(SECTION_LABELS),
  isComplete: z.boolean(),
  version: z.int(),
  rows: z.array(row),
  saidNone: z.boolean(),
  /** `row.field`, or `_` of the whole section → what is missing or wrong. */
  faults: words,
  /** The same → what a reviewer will look at. */
  doubts: words,
  /** 审核意见, where the section was rejected and is as it was. */
  opinion: z.string(),
  /** Whether what is sensitive in it may be asked for; null: nothing in it is. */
  consent: oneOf(CONSENT_STATES).nullable(),
});

const timeline = z.array(
  z.strictObject({ event: oneOf(PROFILE_EVENTS), at: instant, by: z.string(), note: z.string() }),
);

/** 信息补全 as the lawyer sees it, whole. */
export const ownProfile = reply('OwnProfile', {
  state: oneOf(PROFILE_STATES),
  /** Sections that are complete, of those that are shown, in per cent. */
  percent: z.int(),
  sections: z.array(sectionReply),
  /** What the registry says: nobody types it. */
  given: values,
  /** What the office has set of fields. */
  fields: fieldSettings,
  /** What the registry holds of the same kind, the latest first: it stands before what is filled in, and is not changed here. */
  registered: z.array(
    z.strictObject({
      section: z.enum(['work', 'appointments']),
      title: z.string(),
      fromOn: day,
      untilOn: day.nullable(),
    }),
  ),
  /** What 社会公益 of this year is measured by. */
  serviceGoal: z.strictObject({ year: z.string(), hours: z.int(), cases: z.int() }),
  isConfirmed: z.boolean(),
  /** 基本信息 was confirmed and has changed since. */
  isConfirmationVoid: z.boolean(),
  reopenedReason: z.string(),
  files: z.array(attachmentReply),
  timeline,
  can: z.strictObject({ edit: z.boolean(), confirm: z.boolean(), submit: z.boolean(), withdraw: z.boolean() }),
});
export type OwnProfile = z.infer<typeof ownProfile>;
export type SectionReply = OwnProfile['sections'][number];

/** How far it is, for the first page. */
export const profileSummary = reply('ProfileSummary', {
  state: oneOf(PROFILE_STATES),
  percent: z.int(),
  /** Sections that are not complete, 基本信息 as long as it is not confirmed. */
  left: z.int(),
  /** Sections that were rejected last and stand as they were. */
  rejected: z.int(),
  /** The photo in use; null: there is none. */
  photoId: z.int().nullable(),
});
export type ProfileSummary = z.infer<typeof profileSummary>;

/** What is left after a section was saved. */
export const savedSection = reply('SavedSection', {
  section: sectionReply,
  percent: z.int(),
  isConfirmed: z.boolean(),
});
export type SavedSection = z.infer<typeof savedSection>;

/** 谁看过我的信息. */
export const profileViews = reply('ProfileViews', {
  items: z.array(z.strictObject({ at: instant, what: z.string(), by: z.string(), reason: z.string() })),
});
export type ProfileViews = z.infer<typeof profileViews>;

export const profileRow = reply('ProfileRow', {
  id: z.int(),
  lawyerId: z.int(),
  name: z.string(),
  licenceNo: z.string(),
  firmName: z.string(),
  state: oneOf(PROFILE_STATES),
  submittedAt: instant.nullable(),
  snapshotId: z.int().nullable(),
  /** County of the address that was submitted; '' of none. */
  region: z.string(),
  /** Sections that differ from what was passed before. */
  changed: z.array(oneOf(PROFILE)),
  /** How many doubts it had when it was submitted. */
  doubts: z.int(),
});
export type ProfileRow = z.infer<typeof profileRow>;

/** A section for whoever reviews: what it says, and what it said when it was approved last. */
const reviewedSection = z.strictObject({
  key: oneOf(PROFILE),
  rows: z.array(row),
  saidNone: z.boolean(),
  /** Rows of the last approval; null: there was none. */
  before: z.array(row).nullable(),
  isChanged: z.boolean(),
  /** It stands as it was passed in the submission before: by whom, when. Nobody has to decide it again. */
  passedBefore: z.strictObject({ by: z.string(), at: instant }).nullable(),
  /** It holds what is opened with a reason only; those values are not here. */
  hasSensitive: z.boolean(),
  doubts: words,
  verdict: oneOf(VERDICTS).nullable(),
  opinion: z.string(),
  decidedBy: z.string(),
});

export const profileDetail = reply('ProfileDetail', {
  ...profileRow.shape,
  version: z.int(),
  number: z.int().nullable(),
  given: values,
  fields: fieldSettings,
  sections: z.array(reviewedSection),
  files: z.array(attachmentReply),
  timeline,
  can: z.strictObject({ decide: z.boolean(), reopen: z.boolean() }),
});
export type ProfileDetail = z.infer<typeof profileDetail>;

/** Who else of the staff has a profile open. */
export const profilePresence = reply('ProfilePresence', { others: z.array(z.string()) });
export type ProfilePresence = z.infer<typeof profilePresence>;

/** What became of each of a batch: '' where it passed, else why not. */
export const passedProfiles = reply('PassedProfiles', {
  items: z.array(z.strictObject({ id: z.int(), failure: z.string() })),
});
export type PassedProfiles = z.infer<typeof passedProfiles>;

/** Counties that profiles wait from. */
export const profileRegions = reply('ProfileRegions', {
  items: z.array(z.strictObject({ region: z.string(), count: z.int() })),
});
export type ProfileRegions = z.infer<typeof profileRegions>;

/** What is sensitive in one section of what was submitted. */
export const openedSection = reply('OpenedSection', {
  rows: z.array(row),
  before: z.array(row).nullable(),
});
export type OpenedSection = z.infer<typeof openedSection>;
