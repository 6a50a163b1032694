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
import type { CodeSent, ContactsReply, DeviceSession, CodeAsked, SessionReply } from './replies.ts';
import { endpoint } from '../endpoint.ts';

export type * from './replies.ts';

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
    whileHeld: 'open',
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
