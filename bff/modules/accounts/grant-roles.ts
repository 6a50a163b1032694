import type { Role } from '../../contract/enums.ts';
import { transaction } from '../../platform/db/database.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { Leave } from '../two-person/request-change.ts';
import type { StaffActor } from './actor.ts';
import { expectRoles, rolesInWords } from './ask-second-person.ts';
import { loadStaff } from './load-staff.ts';

/** Grants roles that two persons have agreed to. Throws `not_found`, `changed_meanwhile`, and as its leave. */
export async function grantRoles(grant: {
  actor: StaffActor;
  accountId: number;
  had: Role[];
  granted: Role[];
  leave: Leave;
}): Promise<void> {
  const { actor, accountId, had, granted, leave } = grant;
  await transaction(async (t) => {
    await leave(t);
    const { account } = await loadStaff(accountId, t);
    expectRoles(account, had);
    const roles = [...new Set([...had, ...granted])];
    await account.update({ roles: JSON.stringify(roles) }, { transaction: t });
    await writeAudit(
      {
        ...{ actor, action: 'account.updated', targetKind: 'account', targetId: accountId },
        target: `${account.name}（${account.login}）`,
        detail: `角色：${rolesInWords(had)}→${rolesInWords(roles)}`,
      },
      t,
    );
  });
}
