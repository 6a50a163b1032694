import { toIso } from '../../contract/dates.ts';
import type { Account } from '../accounts/model.ts';
import type { StaffRow } from '../../contract/staff/endpoints.ts';
import { rolesOf } from '../accounts/policy.ts';
import { versionOf } from './version-of.ts';

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
    lastSignedInAt: toIso(lastSignedInAt),
    createdAt: toIso(createdAt),
    version: versionOf(account),
  };
}
