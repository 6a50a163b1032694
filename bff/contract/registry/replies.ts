import { z } from 'zod';
import {
  DISCIPLINE_KINDS,
  DISCIPLINE_STATES,
  FIRM_KINDS,
  FIRM_STATUSES,
  IDENTITY_KINDS,
  LAWYER_CATEGORIES,
  LAWYER_STATUSES,
  SEXES,
  SUBJECT_KINDS,
} from './enums.ts';
import { day, named, oneOf, reply } from '../reply-parts.ts';

/** 核对证件号: whether it is the one on record, and how often it may be asked again today. */
export const checkedIdentity = reply('CheckedIdentity', { matches: z.boolean(), left: z.int() });
export type CheckedIdentity = z.infer<typeof checkedIdentity>;

/** Step 信息确认: what the association has on record about the applicant. */
export const ownRecord = named(
  'OwnRecord',
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('firm'),
      name: z.string(),
      address: z.string(),
      licenceNo: z.string(),
      uscc: z.string(),
      approvedOn: day,
    }),
    z.strictObject({
      kind: z.literal('lawyer'),
      name: z.string(),
      sex: oneOf(SEXES),
      licenceNo: z.string(),
      firmName: z.string(),
      category: oneOf(LAWYER_CATEGORIES),
      firstPractisedOn: day,
      /** How letters write the name in Latin letters; empty while nobody has confirmed it. */
      confirmedLatinName: z.string(),
    }),
  ]),
);
export type OwnRecord = z.infer<typeof ownRecord>;

/** A lawyer as the own firm sees him or her. */
export const ownLawyer = reply('OwnLawyer', {
  id: z.int(),
  name: z.string(),
  /** How the name is typed in Latin letters, a syllable each: `lin zhi yuan`; nothing for a character that has none. */
  pinyin: z.string(),
  licenceNo: z.string(),
  category: oneOf(LAWYER_CATEGORIES),
  status: oneOf(LAWYER_STATUSES),
});
export type OwnLawyer = z.infer<typeof ownLawyer>;

export const firmRow = reply('FirmRow', {
  id: z.int(),
  name: z.string(),
  kind: oneOf(FIRM_KINDS),
  licenceNo: z.string(),
  uscc: z.string(),
  status: oneOf(FIRM_STATUSES),
  lawyerCount: z.int(),
});
export type FirmRow = z.infer<typeof firmRow>;

export const firmDetail = reply('FirmDetail', {
  ...firmRow.shape,
  address: z.string(),
  approvedOn: day,
  cancelledOn: day.nullable(),
  personInCharge: z.string(),
  /** '' where it is kept from the reader (`isPhoneHidden`): finance reads telephone numbers in orders only. */
  phone: z.string(),
  isPhoneHidden: z.literal(true).optional(),
  /** '' where it is kept from the reader, who has no role. */
  email: z.string(),
  isEmailHidden: z.literal(true).optional(),
  pendingChange: z.string(),
  englishName: z.string(),
  /** null: staff have not confirmed the English name as it stands. */
  englishNameConfirmedOn: day.nullable(),
  formerNames: z.array(
    z.strictObject({
      name: z.string(),
      untilOn: day,
    }),
  ),
  /** Sent back on save: a save over somebody else's newer one is refused. */
  version: z.int(),
});
export type FirmDetail = z.infer<typeof firmDetail>;

export const lawyerRow = reply('LawyerRow', {
  id: z.int(),
  name: z.string(),
  licenceNo: z.string(),
  category: oneOf(LAWYER_CATEGORIES),
  status: oneOf(LAWYER_STATUSES),
  firmId: z.int().nullable(),
  firmName: z.string(),
});
export type LawyerRow = z.infer<typeof lawyerRow>;

export const lawyerDetail = reply('LawyerDetail', {
  ...lawyerRow.shape,
  sex: oneOf(SEXES),
  identityKind: oneOf(IDENTITY_KINDS),
  /** Masked; the whole number only through revealIdentity. */
  identityMasked: z.string(),
  identityMatchedOn: day.nullable(),
  firstPractisedOn: day,
  joinedOn: day,
  cancelledOn: day.nullable(),
  latinName: z.string(),
  /** null: staff have not confirmed the name as it stands. */
  latinNameConfirmedOn: day.nullable(),
  /** '' where it is kept from the reader (`isPhoneHidden`): finance reads telephone numbers in orders only. */
  phone: z.string(),
  isPhoneHidden: z.literal(true).optional(),
  /** '' where it is kept from the reader, who has no role. */
  email: z.string(),
  isEmailHidden: z.literal(true).optional(),
  pendingChange: z.string(),
  periods: z.array(
    z.strictObject({
      firmName: z.string(),
      fromOn: day,
      untilOn: day.nullable(),
    }),
  ),
  /** Doubts about the number's own structure: a warning, not a refusal (members.md, Registry). */
  warnings: z.array(z.string()),
  version: z.int(),
});
export type LawyerDetail = z.infer<typeof lawyerDetail>;

export const disciplineRow = reply('DisciplineRow', {
  id: z.int(),
  subjectKind: oneOf(SUBJECT_KINDS),
  subjectId: z.int(),
  subjectName: z.string(),
  subjectLicenceNo: z.string(),
  kind: oneOf(DISCIPLINE_KINDS),
  state: oneOf(DISCIPLINE_STATES),
  documentNo: z.string(),
  decidedOn: day.nullable(),
  effectiveFromOn: day.nullable(),
  effectiveUntilOn: day.nullable(),
  remark: z.string(),
  /** How many other records of the same subject have the same document number: a warning, not a refusal. */
  sameDocument: z.int(),
  version: z.int(),
});
export type DisciplineRow = z.infer<typeof disciplineRow>;

export const revealedIdentity = reply('RevealedIdentity', { identityNumber: z.string() });
export type RevealedIdentity = z.infer<typeof revealedIdentity>;
