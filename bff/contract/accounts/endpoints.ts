import type { FirmKind, LawyerCategory } from '../registry/enums.ts';
import type { Role } from './enums.ts';
import type {
  ChangePassword,
  ConfirmEmail,
  ConfirmPhone,
  RequestEmailCode,
  RequestPhoneCode,
  RequestReset,
  ResetPassword,
  SignIn,
  StaffSignIn,
} from './schemas.ts';
import { endpoint } from '../endpoint.ts';

/** Who is signed in. Sent on every start of a client. */
export interface SessionReply {
  /** Opaque bearer token; only for clients without cookies (the mini-program), otherwise absent. */
  token?: string;
  account: MemberAccount | StaffAccount;
  /** The password is temporary: only a new one may be set. */
  mustChangePassword: boolean;
  /** Staff: the roles ask for a second factor that is not set up yet; nothing else can be done. */
  mustSetUpSecondFactor?: boolean;
  lastSignedInAt: string | null;
}
export interface MemberAccount {
  id: number;
  kind: 'firm' | 'lawyer';
  name: string;
  licenceNo: string;
  /** Firm: its own kind. Lawyer: category; `firmName` is the firm he or she practises in. */
  firmKind?: FirmKind;
  category?: LawyerCategory;
  firmName?: string;
}
export interface StaffAccount {
  id: number;
  kind: 'staff';
  name: string;
  roles: Role[];
}
export interface DeviceSession {
  id: number;
  device: string;
  address: string;
  createdAt: string;
  lastSeenAt: string;
  isCurrent: boolean;
}

/** 账户信息. */
export interface ContactsReply {
  /** The address that was confirmed, in full: it is one's own. */
  email: { address: string; confirmedAt: string } | null;
  /** The mobile number that was confirmed. */
  phone: { number: string; confirmedAt: string } | null;
  /** Whether texts can be sent here at all. */
  can: { confirmPhone: boolean };
  /** As the registry has them; mended by the association. */
  registryEmail: string;
  registryPhone: string;
}
/** What anybody is told who asks for a code, whatever there is of the account. */
export interface CodeAsked {
  /** How long a code is good. */
  minutes: number;
  /** In how many seconds the next may be asked for; until then nothing is sent. */
  waitSeconds: number;
}
export interface CodeSent {
  /** Masked. */
  sentTo: string;
  /** Minutes for which the code is good. */
  minutes: number;
}

export const accountEndpoints = {
  signIn: endpoint<{ body: SignIn; reply: SessionReply }>()({
    method: 'POST',
    path: '/session',
    access: 'public',
    summary: 'Member signs in with licence number (or credit code) and password',
  }),
  showSession: endpoint<{ reply: SessionReply }>()({
    method: 'GET',
    path: '/session',
    access: 'newcomer',
    summary: 'The signed-in member',
  }),
  signOut: endpoint<{ reply: null }>()({
    method: 'DELETE',
    path: '/session',
    access: 'newcomer',
    summary: 'Ends this session',
  }),
  changePassword: endpoint<{ body: ChangePassword; reply: SessionReply }>()({
    method: 'POST',
    path: '/session/password',
    access: 'newcomer',
    summary: 'Sets a new password; all other sessions end',
  }),
  listDevices: endpoint<{ reply: DeviceSession[] }>()({
    method: 'GET',
    path: '/sessions',
    access: 'member',
    summary: 'Signed-in devices of this account',
  }),
  revokeDevice: endpoint<{ params: { id: string }; reply: null }>()({
    method: 'DELETE',
    path: '/sessions/:id',
    access: 'member',
    summary: 'Signs one device out',
  }),
  showContacts: endpoint<{ reply: ContactsReply }>()({
    method: 'GET',
    path: '/account/contacts',
    access: 'member',
    summary: 'Confirmed e-mail address and telephone, and what the registry has',
  }),
  requestEmailCode: endpoint<{ body: RequestEmailCode; reply: CodeSent }>()({
    method: 'POST',
    path: '/account/email/code',
    access: 'member',
    summary: 'Mails a code to an address that is to be confirmed',
  }),
  confirmEmail: endpoint<{ body: ConfirmEmail; reply: ContactsReply }>()({
    method: 'POST',
    path: '/account/email',
    access: 'member',
    summary: 'Confirms the address by its code',
  }),
  requestPhoneCode: endpoint<{ body: RequestPhoneCode; reply: CodeSent }>()({
    method: 'POST',
    path: '/account/phone/code',
    access: 'member',
    summary: 'Sends a code by text to a number that is to be confirmed',
  }),
  confirmPhone: endpoint<{ body: ConfirmPhone; reply: ContactsReply }>()({
    method: 'POST',
    path: '/account/phone',
    access: 'member',
    summary: 'Confirms the number by its code',
  }),
  requestReset: endpoint<{ body: RequestReset; reply: CodeAsked }>()({
    method: 'POST',
    path: '/password-reset/code',
    access: 'public',
    summary: 'Sends a code to the confirmed address or number of an account; the same answer for every login',
  }),
  resetPassword: endpoint<{ body: ResetPassword; reply: null }>()({
    method: 'POST',
    path: '/password-reset',
    access: 'public',
    summary: 'Sets a new password by a code; every session ends',
  }),
  staffSignIn: endpoint<{ body: StaffSignIn; reply: SessionReply }>()({
    method: 'POST',
    path: '/staff/session',
    access: 'public',
    summary: 'Staff member signs in',
  }),
  showStaffSession: endpoint<{ reply: SessionReply }>()({
    method: 'GET',
    path: '/staff/session',
    access: 'staff-newcomer',
    summary: 'The signed-in staff member',
  }),
  staffSignOut: endpoint<{ reply: null }>()({
    method: 'DELETE',
    path: '/staff/session',
    access: 'staff-newcomer',
    summary: 'Ends this staff session',
  }),
  changeStaffPassword: endpoint<{ body: ChangePassword; reply: SessionReply }>()({
    method: 'POST',
    path: '/staff/session/password',
    access: 'staff-newcomer',
    summary: 'Staff member sets a new password',
  }),
} as const;
