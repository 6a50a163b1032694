import { nameAndLogin } from '../accounts/name-and-login.ts';
import type { SentAccess } from '../../contract/accounts/replies.ts';
import type { Role } from '../../contract/accounts/enums.ts';
import { AppError } from '../../errors.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { Leave } from '../two-person/request-change.ts';
import type { StaffActor } from '../../actor.ts';
import { expectRoles, rolesInWords } from './ask-second-person.ts';
import { giveTemporaryPassword } from './give-temporary-password.ts';
import { loadStaff } from './load-staff.ts';
import { sendAccess } from './send-access.ts';

/**
 * Grants roles that two persons have agreed to. Password and sessions from before end, and a code goes to the address
 * that both saw: whatever one person has done to the account meanwhile is worth nothing. Throws `not_found`,
 * `changed_meanwhile`, and as its leave.
 */
export async function grantRoles(grant: {
  actor: StaffActor;
  accountId: number;
  had: Role[];
  granted: Role[];
  email: string;
  leave: Leave;
}): Promise<SentAccess> {
  const { actor, accountId, had, granted, email, leave } = grant;
  return giveTemporaryPassword({ actor, reason: '增加角色' }, async (give, t) => {
    await leave(t);
    const { account } = await loadStaff(accountId, t);
    expectRoles(account, had);
    if (account.email !== email) throw new AppError('changed_meanwhile');
    const roles = [...new Set([...had, ...granted])];
    await account.update({ roles: JSON.stringify(roles) }, { transaction: t });
    await writeAudit(
      {
        actor,
        action: 'account.updated',
        targetKind: 'account',
        targetId: accountId,
        target: nameAndLogin(account),
        detail: `角色：${rolesInWords(had)}→${rolesInWords(roles)}`,
      },
      t,
    );
    return sendAccess({ account, password: await give(account) }, t);
  });
}
