import type { Role } from '../../contract/accounts/enums.ts';
import { keepsState } from '../../platform/singletons.ts';
import { signedIn } from '../api.ts';
import { makeStaffAccount } from './registry.ts';

let serial = 0;
keepsState(() => {
  serial = 0;
});

/** Somebody of the staff: one account, however often signed in again after an idle while. */
export async function makeClerk(role: Role) {
  const account = await makeStaffAccount(`clerk${++serial}`, 'correct horse 1', [role]);
  return { id: account.id, token: () => signedIn(account) };
}
