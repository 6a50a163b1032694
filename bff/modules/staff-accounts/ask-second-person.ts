import type { Transaction } from 'sequelize';
import { nameAndLogin } from '../accounts/name-and-login.ts';
import type { ChangeRow } from '../../contract/two-person/endpoints.ts';
import { ROLES, type Role } from '../../contract/accounts/enums.ts';
import { twoPersonRolesOf, type ChangeKind } from '../../contract/two-person/enums.ts';
import { AppError } from '../../errors.ts';
import { requestChange, type Leave } from '../two-person/request-change.ts';
import type { StaffActor } from '../../actor.ts';
import type { Account } from '../accounts/model.ts';
import { rolesOf } from '../accounts/policy.ts';

/** An act that its second person has agreed to. */
export interface Confirmed {
  leave: Leave;
  /** The roles of the account when it was asked for: both persons agreed on those. */
  had: readonly Role[];
  /** Of a new password: where both agreed that it goes. */
  email?: string;
}

export const rolesInWords = (roles: readonly Role[]): string => roles.map((role) => ROLES[role]).join('、') || '无';

/** Throws `changed_meanwhile` when an account has other roles than both persons saw. */
export function expectRoles(account: Account, had: readonly Role[]): void {
  if ([...rolesOf(account)].sort().join() === [...had].sort().join()) return;
  throw new AppError('changed_meanwhile', { message: '申请之后该账号的角色已有变化，请撤回或不同意后重新申请' });
}

/**
 * An act about how an account gets in, on its locked row: null when it may go on, because the account's word counts
 * nowhere as one of two or because a second person has agreed; otherwise the change that now waits for one.
 */
export async function askSecondPerson(
  asked: {
    actor: StaffActor;
    account: Account;
    kind: Extract<ChangeKind, 'staff_reopened' | 'password_reset' | 'factor_reset'>;
    before: string;
    after: string;
    confirmed: Confirmed | undefined;
  },
  t: Transaction,
): Promise<ChangeRow | null> {
  const { actor, account, kind, before, after, confirmed } = asked;
  const had = rolesOf(account);
  if (confirmed) {
    expectRoles(account, confirmed.had);
    if (confirmed.email !== undefined && confirmed.email !== account.email) throw new AppError('changed_meanwhile');
    return null;
  }
  if (twoPersonRolesOf(had).length === 0) return null;
  const target = `${nameAndLogin(account)}，${rolesInWords(had)}`;
  const payload = { accountId: account.id, had };
  const { email } = account;
  const change = kind === 'password_reset' ? { kind, payload: { ...payload, email } } : { kind, payload };
  return requestChange({ actor, ...change, target, before, after }, t);
}
