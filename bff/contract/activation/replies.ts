import { z } from 'zod';
import { ACTIVATION_CHANNELS, ACTIVATION_STATES, CONTACT_FIELDS, MEMBER_CHANGES } from './enums.ts';
import { HOLD_REASONS } from '../accounts/holds.ts';
import { SUBJECT_KINDS } from '../registry/enums.ts';
import { instant, oneOf, reply } from '../reply-parts.ts';

/** A member who has not set a password yet, as staff see it. */
export const activationRow = reply('ActivationRow', {
  /** The id of the account. */
  id: z.int(),
  kind: oneOf(SUBJECT_KINDS),
  memberId: z.int(),
  name: z.string(),
  login: z.string(),
  /** The firm that a lawyer is in. */
  firmName: z.string(),
  state: oneOf(ACTIVATION_STATES),
  /** A text to the registered mobile (of a firm: of its head) would open the account. */
  hasMobile: z.boolean(),
  /** Changed contacts that receive no code before this instant; empty: none. */
  held: z.array(z.strictObject({ field: oneOf(CONTACT_FIELDS), until: instant })),
  /** The last code that was handed out. */
  code: z
    .strictObject({
      channel: oneOf(ACTIVATION_CHANNELS),
      issuedBy: z.string(),
      issuedAt: instant,
      expiresAt: instant,
    })
    .nullable(),
  requestedAt: instant.nullable(),
});
export type ActivationRow = z.infer<typeof activationRow>;

export const contactChangeRow = reply('ContactChangeRow', {
  id: z.int(),
  subjectKind: oneOf(SUBJECT_KINDS),
  subjectId: z.int(),
  name: z.string(),
  licenceNo: z.string(),
  field: oneOf(CONTACT_FIELDS),
  oldValue: z.string(),
  newValue: z.string(),
  askedByName: z.string(),
  askedAt: instant,
  /** Whether the actor may decide it: not whoever asked for it. */
  mayDecide: z.boolean(),
});
export type ContactChangeRow = z.infer<typeof contactChangeRow>;

/** One of them, and contacts of theirs that wait for a second person. */
export const activationDetail = reply('ActivationDetail', {
  ...activationRow.shape,
  waiting: z.array(contactChangeRow),
});
export type ActivationDetail = z.infer<typeof activationDetail>;

/** Shown once, to be handed over in person. */
export const activationCodeReply = reply('ActivationCodeReply', {
  name: z.string(),
  login: z.string(),
  code: z.string(),
  expiresAt: instant,
});
export type ActivationCodeReply = z.infer<typeof activationCodeReply>;

/** What became of each. */
export const activationResults = reply('ActivationResults', {
  results: z.array(
    z.strictObject({
      accountId: z.int(),
      fault: z.string().nullable(),
    }),
  ),
});
export type ActivationResults = z.infer<typeof activationResults>;

/** Why and until when the own account is held, and where a code can go that ends that: masked. */
export const holdReply = reply('HoldReply', {
  reason: oneOf(HOLD_REASONS),
  /** null: until the association has looked at it. */
  until: instant.nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
});
export type HoldReply = z.infer<typeof holdReply>;

/** An account that was opened and is held, as staff see it. */
export const heldRow = reply('HeldRow', {
  /** The id of the account. */
  id: z.int(),
  kind: oneOf(SUBJECT_KINDS),
  memberId: z.int(),
  name: z.string(),
  login: z.string(),
  reason: oneOf(HOLD_REASONS),
  heldAt: instant,
  heldUntil: instant.nullable(),
  /** Who handed out the code; empty: whoever opened it asked for it. */
  issuedByName: z.string(),
  /** Empty: nobody. */
  objectedByName: z.string(),
  /** Whether the actor may release the account: not whoever handed out the code or entered what it rests on. */
  mayRelease: z.boolean(),
});
export type HeldRow = z.infer<typeof heldRow>;

/** A new identity number or head of a member whose account nobody has opened. */
export const memberChangeRow = reply('MemberChangeRow', {
  id: z.int(),
  subjectKind: oneOf(SUBJECT_KINDS),
  subjectId: z.int(),
  name: z.string(),
  licenceNo: z.string(),
  field: oneOf(MEMBER_CHANGES),
  changedByName: z.string(),
  changedAt: instant,
  /** Whether the actor may confirm it: not whoever entered it. */
  mayConfirm: z.boolean(),
});
export type MemberChangeRow = z.infer<typeof memberChangeRow>;
