import { z } from 'zod';
import { ROLES } from '../accounts/enums.ts';
import { sentAccess } from '../accounts/replies.ts';
import { changeRow } from '../two-person/replies.ts';
import { instant, oneOf, reply } from '../reply-parts.ts';

/** A staff account, as administrators see it. */
export const staffRow = reply('StaffRow', {
  id: z.int(),
  login: z.string(),
  name: z.string(),
  /** Empty for accounts from before addresses were asked for. */
  email: z.string(),
  roles: z.array(oneOf(ROLES)),
  isClosed: z.boolean(),
  /** The password is still the temporary one. */
  isTemporary: z.boolean(),
  hasSecondFactor: z.boolean(),
  lastSignedInAt: instant.nullable(),
  createdAt: instant,
  /** Another one as soon as name, address or roles are. */
  version: z.string(),
});
export type StaffRow = z.infer<typeof staffRow>;

/** After an act: the account as it is now, and what of it waits for a second person. */
export const staffSaved = reply('StaffSaved', {
  ...staffRow.shape,
  waiting: changeRow.nullable(),
});
export type StaffSaved = z.infer<typeof staffSaved>;

/** A code for a member to set another password by: sent to a registered contact, and shown to nobody else. */
export const sentReset = reply('SentReset', {
  /** Masked. */
  sentTo: z.string(),
  minutes: z.int(),
});
export type SentReset = z.infer<typeof sentReset>;

export const secondFactorReply = reply('SecondFactorReply', {
  isEnrolled: z.boolean(),
  enrolledAt: instant.nullable(),
  recoveryCodesLeft: z.int(),
  /** The account's roles ask for one. */
  isRequired: z.boolean(),
});
export type SecondFactorReply = z.infer<typeof secondFactorReply>;

/** What an authenticator app needs; `qr` is an SVG document. */
export const secondFactorSetup = reply('SecondFactorSetup', {
  secret: z.string(),
  url: z.string(),
  qr: z.string(),
});
export type SecondFactorSetup = z.infer<typeof secondFactorSetup>;

/** Shown once. */
export const recoveryCodes = reply('RecoveryCodes', { recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof recoveryCodes>;

/** The new account, and where its code was mailed. */
export const createdStaff = reply('CreatedStaff', { ...sentAccess.shape, id: z.int() });
export type CreatedStaff = z.infer<typeof createdStaff>;

/** Roles that must have a second factor. */
export const securityReply = reply('SecurityReply', { version: z.int(), secondFactorRoles: z.array(oneOf(ROLES)) });
export type SecurityReply = z.infer<typeof securityReply>;

/** After a save: as they are now, and what waits for a second person. */
export const securitySaved = reply('SecuritySaved', { ...securityReply.shape, waiting: changeRow.nullable() });
export type SecuritySaved = z.infer<typeof securitySaved>;
