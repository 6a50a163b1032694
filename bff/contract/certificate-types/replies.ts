import { z } from 'zod';
import { APPLICATION_FIELDS, CERTIFICATE_GROUPS, LAWYER_SCOPES, SAMPLE_SITUATIONS, TYPE_AUDIENCES } from './enums.ts';
import { RULE_SET_USES } from './rule-sets.ts';
import { REVIEW_MODES } from '../review/enums.ts';
import { eligibility } from '../eligibility/schemas.ts';
import { changeRow } from '../two-person/replies.ts';
import { instant, oneOf, reply } from '../reply-parts.ts';

/** 证明类型 in the office's list. */
export const staffTypeRow = reply('StaffTypeRow', {
  id: z.int(),
  code: z.string(),
  label: z.string(),
  group: oneOf(CERTIFICATE_GROUPS),
  audience: oneOf(TYPE_AUDIENCES),
  reviewMode: oneOf(REVIEW_MODES),
  ruleSet: oneOf(RULE_SET_USES),
  lawyerScope: oneOf(LAWYER_SCOPES),
  position: z.int(),
  /** Members do not see it and cannot ask for it; certificates of it stay what they are. */
  isRetired: z.boolean(),
  validityMonths: z.int().nullable(),
  /** Version of the wording in force. */
  wordingVersion: z.int(),
  /** What the rules refuse in it, where it is in use: nobody can apply for it until that is mended. */
  faults: z.array(z.string()),
});
export type StaffTypeRow = z.infer<typeof staffTypeRow>;

export const staffTypeDetail = reply('StaffTypeDetail', {
  ...staffTypeRow.shape,
  asks: z.array(oneOf(APPLICATION_FIELDS)),
  /** Who of the audience may ask for it; null: everybody. */
  eligibility: eligibility.nullable(),
  /** 填写须知, a paragraph per line. */
  notice: z.string(),
  /** Sent back on save: a save over somebody else's newer one is refused. */
  version: z.int(),
  /** Nobody has seen it yet: its wording is in force without a second person, who looks at the whole before it is offered. */
  isDraft: z.boolean(),
  /** What a wording of this type is tried on. */
  situations: z.array(oneOf(SAMPLE_SITUATIONS)),
  /** What was asked for in this save and waits for a second person. */
  waiting: changeRow.nullable(),
});
export type StaffTypeDetail = z.infer<typeof staffTypeDetail>;

/** One version of a type's wording. */
export const wordingRow = reply('WordingRow', {
  id: z.int(),
  version: z.int(),
  createdBy: z.string(),
  createdAt: instant,
  isCurrent: z.boolean(),
});
export type WordingRow = z.infer<typeof wordingRow>;

export const wordingReply = reply('WordingReply', {
  ...wordingRow.shape,
  body: z.string(),
  /** Empty: lawyers are named in the text. */
  rosterTitle: z.string(),
});
export type WordingReply = z.infer<typeof wordingReply>;

/** Either the wording is in force, or it waits for a second person. */
export const publicationReply = reply('PublicationReply', {
  wording: wordingReply.nullable(),
  waiting: changeRow.nullable(),
});
export type PublicationReply = z.infer<typeof publicationReply>;
