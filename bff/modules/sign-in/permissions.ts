import { hashToken } from '../../platform/crypto/tokens.ts';
import { memberToken, type Call } from '../../test/api.ts';
import type { Caller } from '../../test/permissions/callers.ts';
import {
  answer,
  anyMember,
  anyStaff,
  id,
  invalid,
  MEMBERS,
  newcomers,
  nothing,
  ownFirm,
  type Row,
} from '../../test/permissions/row.ts';
import { Session } from '../accounts/model.ts';

/** Too short a password: who hears of that got past the door. */
const shortPassword = async (): Promise<Call> => ({ body: { current: 'x', next: 'y' } });
const wrongPassword = async (): Promise<Call> => ({ body: { login: '', password: '' } });
const STAFF: Caller[] = ['reviewer', 'registrar', 'events', 'service', 'finance', 'administrator', 'new staff'];

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  // accounts
  signIn: { realm: 'public', answer: 422, call: wrongPassword },
  showSession: { realm: 'member', passes: { ...anyMember, ...newcomers } },
  signOut: { realm: 'member', passes: { ...anyMember, ...newcomers } },
  changePassword: {
    realm: 'member',
    passes: answer(422, 'firm', 'other firm', 'lawyer', 'other lawyer', 'new firm', 'new lawyer'),
    call: shortPassword,
  },
  listDevices: { realm: 'member', passes: anyMember },
  revokeDevice: {
    realm: 'member',
    passes: ownFirm,
    hasObject: true,
    call: async ({ firm }) => {
      const tokenHash = hashToken(await memberToken({ firmId: firm.id }));
      return id((await Session.findOne({ where: { tokenHash }, rejectOnEmpty: true })).id);
    },
  },
  staffSignIn: { realm: 'public', answer: 422, call: wrongPassword },
  showStaffSession: { realm: 'staff', passes: { ...anyStaff, ...answer(200, 'new staff') } },
  staffSignOut: { realm: 'staff', passes: { ...anyStaff, ...answer(200, 'new staff') } },
  changeStaffPassword: {
    realm: 'staff',
    passes: answer(422, ...(Object.keys(anyStaff) as Caller[]), 'new staff'),
    call: shortPassword,
  },
  // accounts
  showContacts: { realm: 'member', passes: anyMember },
  // Who hears of a missing password or code got past the door.
  requestEmailCode: { realm: 'member', passes: invalid(...MEMBERS), call: nothing },
  requestPhoneCode: { realm: 'member', passes: invalid(...MEMBERS), call: nothing },
  confirmPhone: { realm: 'member', passes: invalid(...MEMBERS), call: nothing },
  confirmEmail: { realm: 'member', passes: invalid(...MEMBERS), call: nothing },
  requestReset: { realm: 'public', answer: 422, call: nothing },
  resetPassword: { realm: 'public', answer: 422, call: nothing },
  showSecondFactor: { realm: 'staff', passes: answer(200, ...STAFF) },
  startSecondFactor: { realm: 'staff', passes: invalid(...STAFF), call: nothing },
  confirmSecondFactor: { realm: 'staff', passes: invalid(...STAFF), call: nothing },
};
