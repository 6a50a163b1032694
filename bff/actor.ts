import type { Role } from './contract/accounts/enums.ts';
import type { MemberId } from './subject.ts';

/** Where a session may be used: cookies, tokens and idle times of members and staff never mix. */
export type Realm = 'member' | 'staff';

interface Asker {
  accountId: number;
  name: string;
  /** Network address of the request, for the audit log. */
  address: string;
}

export type FirmActor = Asker & { kind: 'firm'; firmId: number };
export type LawyerActor = Asker & { kind: 'lawyer'; lawyerId: number };
export type StaffActor = Asker & { kind: 'staff'; roles: Role[] };
export type MemberActor = FirmActor | LawyerActor;

/**
 * Who acts: loaded from the session on every request, never from what a client says; by a job, from the row that names
 * whose order it carries out.
 */
export type Actor = MemberActor | StaffActor;

/** The member an account acts for. Several accounts may act for one firm, so rights go by member, not by account. */
export const memberIdOf = (actor: MemberActor): MemberId =>
  actor.kind === 'firm' ? { kind: 'firm', id: actor.firmId } : { kind: 'lawyer', id: actor.lawyerId };

/** The name of who acts when nobody does, as rows keep it and pages show it. */
export const SYSTEM = '系统';

/** What an act about sessions, devices and bindings needs besides: the session of this request. Jobs have none. */
export interface InSession {
  sessionId: number;
}
