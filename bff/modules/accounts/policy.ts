import { DAY_MS } from '../../contract/dates.ts';
import { ROLES, type Role } from '../../contract/accounts/enums.ts';
import type { Actor, InSession } from '../../actor.ts';
import type { Account } from './model.ts';

/** Idle time after which a session ends, ms: staff 30 minutes (members.md, Signing in), members a week. */
export const IDLE_MS = { member: 7 * DAY_MS, staff: 30 * 60_000 } as const;

/** Roles of a staff account; keys that are no longer roles are dropped. */
export function rolesOf(account: Pick<Account, 'roles'>): Role[] {
  const keys = JSON.parse(account.roles) as unknown[];
  return keys.filter((key): key is Role => typeof key === 'string' && Object.hasOwn(ROLES, key));
}

/** Whether somebody with these roles must have a second factor. */
export function asksForSecondFactor(roles: readonly Role[], settings: { secondFactorRoles: readonly Role[] }): boolean {
  return roles.some((role) => settings.secondFactorRoles.includes(role));
}

/** The actor an account becomes in one of its sessions. */
export function actorOf(
  account: Pick<Account, 'id' | 'kind' | 'firmId' | 'lawyerId' | 'name' | 'roles'>,
  session: { id: number; address: string },
): Actor & InSession {
  const { id, kind, name, firmId, lawyerId } = account;
  const signedIn = { accountId: id, sessionId: session.id, name, address: session.address };
  if (kind === 'staff') return { kind, ...signedIn, roles: rolesOf(account) };
  if (kind === 'firm' && firmId !== null) return { kind, ...signedIn, firmId };
  if (kind === 'lawyer' && lawyerId !== null) return { kind, ...signedIn, lawyerId };
  throw new Error(`account ${id} belongs to no member`);
}
