import type { SentAccess } from '../accounts/replies.ts';
import type {
  ConfirmSecondFactor,
  CreateStaff,
  ResetMemberPassword,
  SecuritySettings,
  StartSecondFactor,
  UpdateStaff,
} from './schemas.ts';
import type { Waiting } from '../two-person/replies.ts';
import type {
  CreatedStaff,
  RecoveryCodes,
  SecondFactorReply,
  SecondFactorSetup,
  SecurityReply,
  SecuritySaved,
  StaffRow,
  StaffSaved,
  SentReset,
} from './replies.ts';
import { endpoint } from '../endpoint.ts';

export type * from './replies.ts';

export const staffEndpoints = {
  listStaff: endpoint<{ reply: StaffRow[] }>()({
    method: 'GET',
    path: '/staff/accounts',
    access: ['administrator'],
    summary: 'Staff accounts',
  }),
  createStaff: endpoint<{ body: CreateStaff; reply: CreatedStaff | Waiting }>()({
    method: 'POST',
    path: '/staff/accounts',
    access: ['administrator'],
    summary: 'Opens a staff account; its code is mailed to the staff member',
  }),
  updateStaff: endpoint<{ params: { id: string }; body: UpdateStaff; reply: StaffSaved }>()({
    method: 'PUT',
    path: '/staff/accounts/:id',
    access: ['administrator'],
    summary: 'Changes name and roles',
  }),
  closeStaff: endpoint<{ params: { id: string }; reply: StaffRow }>()({
    method: 'POST',
    path: '/staff/accounts/:id/close',
    access: ['administrator'],
    summary: 'Closes a staff account; its sessions end',
  }),
  reopenStaff: endpoint<{ params: { id: string }; reply: StaffSaved }>()({
    method: 'POST',
    path: '/staff/accounts/:id/reopen',
    access: ['administrator'],
    summary: 'Opens a closed staff account again',
  }),
  resetStaffPassword: endpoint<{ params: { id: string }; reply: SentAccess | Waiting }>()({
    method: 'POST',
    path: '/staff/accounts/:id/password',
    access: ['administrator'],
    summary: 'Mails a temporary password to the staff member; sessions end',
  }),
  resetSecondFactor: endpoint<{ params: { id: string }; reply: StaffSaved }>()({
    method: 'DELETE',
    path: '/staff/accounts/:id/second-factor',
    access: ['administrator'],
    summary: 'Removes a second factor; sessions end',
  }),
  resetMemberPassword: endpoint<{ body: ResetMemberPassword; reply: SentReset | Waiting }>()({
    method: 'POST',
    path: '/staff/member-passwords',
    access: ['registrar', 'service'],
    summary:
      'Sends a member a code to set another password by, or asks for a second person to take the account back to its first use',
  }),
  showSecondFactor: endpoint<{ reply: SecondFactorReply }>()({
    method: 'GET',
    path: '/staff/second-factor',
    access: 'staff-newcomer',
    summary: 'Whether the signed-in account has a second factor',
  }),
  startSecondFactor: endpoint<{ body: StartSecondFactor; reply: SecondFactorSetup }>()({
    method: 'POST',
    path: '/staff/second-factor',
    access: 'staff-newcomer',
    summary: 'Begins setting up a second factor, or another one',
  }),
  confirmSecondFactor: endpoint<{ body: ConfirmSecondFactor; reply: RecoveryCodes }>()({
    method: 'POST',
    path: '/staff/second-factor/confirm',
    access: 'staff-newcomer',
    summary: 'Puts it in force by a first code; answers the recovery codes, once',
  }),
  showSecurity: endpoint<{ reply: SecurityReply }>()({
    method: 'GET',
    path: '/staff/security',
    access: ['administrator'],
    summary: 'Roles that must have a second factor',
  }),
  updateSecurity: endpoint<{ body: SecuritySettings; reply: SecuritySaved }>()({
    method: 'PUT',
    path: '/staff/security',
    access: ['administrator'],
    summary: 'Changes which roles must have a second factor',
  }),
} as const;
