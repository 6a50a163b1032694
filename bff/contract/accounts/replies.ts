import { z } from 'zod';
import { ROLES } from './enums.ts';
import { HOLD_REASONS } from './holds.ts';
import { FIRM_KINDS, LAWYER_CATEGORIES } from '../registry/enums.ts';
import { instant, oneOf, reply } from '../reply-parts.ts';

export const memberAccount = reply('MemberAccount', {
  id: z.int(),
  kind: z.enum(['firm', 'lawyer']),
  name: z.string(),
  licenceNo: z.string(),
  /** Firm: its own kind. Lawyer: category; `firmName` is the firm he or she practises in. */
  firmKind: oneOf(FIRM_KINDS).optional(),
  category: oneOf(LAWYER_CATEGORIES).optional(),
  firmName: z.string().optional(),
});
export type MemberAccount = z.infer<typeof memberAccount>;

export const staffAccount = reply('StaffAccount', {
  id: z.int(),
  kind: z.literal('staff'),
  name: z.string(),
  roles: z.array(oneOf(ROLES)),
});
export type StaffAccount = z.infer<typeof staffAccount>;

/** Who is signed in. Sent on every start of a client. */
export const sessionReply = reply('SessionReply', {
  /** Opaque bearer token; only for clients without cookies (the mini-program), otherwise absent. */
  token: z.string().optional(),
  account: z.discriminatedUnion('kind', [memberAccount, staffAccount]),
  /** The password is temporary: only a new one may be set. */
  mustChangePassword: z.boolean(),
  /** Staff: the roles ask for a second factor that is not set up yet; nothing else can be done. */
  mustSetUpSecondFactor: z.boolean().optional(),
  /** Of a member whose account has just been opened: what is shut, and until when; absent: nothing. */
  held: z.strictObject({ reason: oneOf(HOLD_REASONS), until: instant.nullable() }).optional(),
  lastSignedInAt: instant.nullable(),
});
export type SessionReply = z.infer<typeof sessionReply>;

export const deviceSession = reply('DeviceSession', {
  id: z.int(),
  device: z.string(),
  address: z.string(),
  createdAt: instant,
  lastSeenAt: instant,
  isCurrent: z.boolean(),
});
export type DeviceSession = z.infer<typeof deviceSession>;

/** 账户信息. */
export const contactsReply = reply('ContactsReply', {
  /** The address that was confirmed, in full: it is one's own. */
  email: z
    .strictObject({
      address: z.string(),
      confirmedAt: instant,
    })
    .nullable(),
  /** The mobile number that was confirmed. */
  phone: z
    .strictObject({
      number: z.string(),
      confirmedAt: instant,
    })
    .nullable(),
  /** Whether texts can be sent here at all. */
  can: z.strictObject({
    confirmPhone: z.boolean(),
  }),
  /** As the registry has them; mended by the association. */
  registryEmail: z.string(),
  registryPhone: z.string(),
});
export type ContactsReply = z.infer<typeof contactsReply>;

export const codeSent = reply('CodeSent', {
  /** Masked. */
  sentTo: z.string(),
  /** Minutes for which the code is good. */
  minutes: z.number(),
});
export type CodeSent = z.infer<typeof codeSent>;

/** A code of a staff account, mailed to its owner's address and shown to nobody else. */
export const sentAccess = reply('SentAccess', {
  login: z.string(),
  /** Masked. */
  sentTo: z.string(),
});
export type SentAccess = z.infer<typeof sentAccess>;

/** What anybody is told who asks for a code, whatever there is of the account. */
export const codeAsked = reply('CodeAsked', {
  /** How long a code is good. */
  minutes: z.int(),
  /** In how many seconds the next may be asked for; until then nothing is sent. */
  waitSeconds: z.int(),
  /** To be sent back with a code that comes by text, and when another is asked for: nobody else tries that code. */
  codeTicket: z.string(),
});
export type CodeAsked = z.infer<typeof codeAsked>;
