import type { Role } from './contract/accounts/enums.ts';

/** Where a session may be used: cookies, tokens and idle times of members and staff never mix. */
export type Realm = 'member' | 'staff';

interface SignedIn {
  accountId: number;
  sessionId: number;
  name: string;
  /** Network address of the request, for the audit log. */
  address: string;
}

export type FirmActor = SignedIn & { kind: 'firm'; firmId: number };
export type LawyerActor = SignedIn & { kind: 'lawyer'; lawyerId: number };
export type StaffActor = SignedIn & { kind: 'staff'; roles: Role[] };
export type MemberActor = FirmActor | LawyerActor;

/** Who acts: loaded from the session on every request, never from what a client says. */
export type Actor = MemberActor | StaffActor;

/** The name of who acts when nobody does, as rows keep it and pages show it. */
export const SYSTEM = '系统';
