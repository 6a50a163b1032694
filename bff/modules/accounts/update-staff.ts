import { ROLES, type Role } from '../../contract/enums.ts';
import { transaction } from '../../platform/db/database.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { StaffActor } from './actor.ts';
import { loadStaff } from './load-staff.ts';
import { Session } from './model.ts';
import { rolesOf } from './policy.ts';

const inWords = (roles: readonly Role[]) => roles.map((role) => ROLES[role]).join('、') || '无';

/** Changes a staff account's name and roles. Throws `not_found`, `wrong_state` for the last administrator's role. */
export async function updateStaff(change: {
  actor: StaffActor;
  id: number;
  name: string;
  roles: Role[];
}): Promise<void> {
  const { actor, id, name, roles } = change;
  await transaction(async (t) => {
    const { account, refuseIfLastAdministrator } = await loadStaff(id, t);
    const before = rolesOf(account);
    if (!roles.includes('administrator')) refuseIfLastAdministrator();
    await account.update({ name, roles: JSON.stringify(roles) }, { transaction: t });
    await writeAudit(
      {
        actor,
        action: 'account.updated',
        targetKind: 'account',
        targetId: id,
        target: `${name}（${account.login}）`,
        detail: `角色：${inWords(before)}→${inWords(roles)}`,
      },
      t,
    );
  });
}

/** Closes a staff account and ends its sessions. Throws `wrong_state` for the last administrator. */
export async function closeStaff({ actor, id }: { actor: StaffActor; id: number }): Promise<void> {
  await transaction(async (t) => {
    const { account, refuseIfLastAdministrator } = await loadStaff(id, t);
    if (account.isClosed) return;
    refuseIfLastAdministrator();
    await account.update({ isClosed: true }, { transaction: t });
    await Session.destroy({ where: { accountId: id }, transaction: t });
    const target = `${account.name}（${account.login}）`;
    await writeAudit({ actor, action: 'account.closed', targetKind: 'account', targetId: id, target }, t);
  });
}

/** Opens a closed staff account again, with the password and second factor it had. */
export async function reopenStaff({ actor, id }: { actor: StaffActor; id: number }): Promise<void> {
  await transaction(async (t) => {
    const { account } = await loadStaff(id, t);
    if (!account.isClosed) return;
    await account.update({ isClosed: false }, { transaction: t });
    const target = `${account.name}（${account.login}）`;
    await writeAudit({ actor, action: 'account.reopened', targetKind: 'account', targetId: id, target }, t);
  });
}
