import type { DeviceSession } from '../../contract/accounts/endpoints.ts';
import type { StaffRow } from '../../contract/staff/endpoints.ts';
import type { MemberActor } from './actor.ts';
import type { Account, Session } from './model.ts';
import { rolesOf } from './policy.ts';

/** A session as its owner sees it in the list of devices. */
export function presentDevice(session: Session, actor: MemberActor): DeviceSession {
  return {
    id: session.id,
    device: session.device,
    address: session.address,
    createdAt: new Date(session.createdAt).toISOString(),
    lastSeenAt: new Date(session.lastSeenAt).toISOString(),
    isCurrent: session.id === actor.sessionId,
  };
}

/** A staff account as administrators see it. */
export function presentStaff(account: Account, { hasSecondFactor }: { hasSecondFactor: boolean }): StaffRow {
  const { id, login, name, email, isClosed, isTemporary, lastSignedInAt, createdAt } = account;
  return {
    id,
    login,
    name,
    email,
    roles: rolesOf(account),
    isClosed,
    isTemporary,
    hasSecondFactor,
    lastSignedInAt: lastSignedInAt === null ? null : new Date(lastSignedInAt).toISOString(),
    createdAt: new Date(createdAt).toISOString(),
  };
}
