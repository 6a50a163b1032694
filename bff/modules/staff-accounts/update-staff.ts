import { nameAndLogin } from '../accounts/name-and-login.ts';
import type { ChangeRow } from '../../contract/two-person/endpoints.ts';
import type { Role } from '../../contract/accounts/enums.ts';
import { twoPersonRolesOf } from '../../contract/two-person/enums.ts';
import { transaction } from '../../platform/db/database.ts';
import { AppError } from '../../errors.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { requestChange } from '../two-person/request-change.ts';
import type { StaffActor } from '../../actor.ts';
import { askSecondPerson, rolesInWords, type Confirmed } from './ask-second-person.ts';
import { loadStaff } from './load-staff.ts';
import { versionOf } from './version-of.ts';
import { Session } from '../accounts/model.ts';
import { rolesOf } from '../accounts/policy.ts';

/**
 * Changes a staff account's name, address and roles. Roles whose word counts as one of two are not added but asked for: the
 * change that waits for a second person is answered, else null; whatever is taken away goes at once. Throws `not_found`,
 * `changed_meanwhile` when somebody saved since the account was read, `wrong_state` for the last administrator's role.
 */
export async function updateStaff(change: {
  actor: StaffActor;
  id: number;
  name: string;
  email: string;
  roles: Role[];
  version: string;
}): Promise<ChangeRow | null> {
  const { actor, id, name, email, roles, version } = change;
  return transaction(async (t) => {
    const { account, refuseIfLastAdministrator } = await loadStaff(id, t);
    if (versionOf(account) !== version) throw new AppError('changed_meanwhile');
    const before = rolesOf(account);
    if (!roles.includes('administrator')) refuseIfLastAdministrator();
    const granted = twoPersonRolesOf(roles).filter((role) => !before.includes(role));
    const now = roles.filter((role) => !granted.includes(role));
    const target = `${name}（${account.login}）`;
    const isNewAddress = account.email !== email;
    await account.update({ name, email, roles: JSON.stringify(now) }, { transaction: t });
    await writeAudit(
      {
        actor,
        action: 'account.updated',
        targetKind: 'account',
        targetId: id,
        target,
        detail: `角色：${rolesInWords(before)}→${rolesInWords(now)}${isNewAddress ? '；更改邮箱' : ''}`,
      },
      t,
    );
    if (granted.length === 0) return null;
    const words = {
      target,
      before: rolesInWords(now),
      after: `${rolesInWords([...now, ...granted])}，新的登录码发到 ${email}`,
    };
    const payload = { accountId: id, had: now, granted, email };
    return requestChange({ actor, kind: 'roles_granted', payload, ...words }, t);
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
    const target = nameAndLogin(account);
    await writeAudit({ actor, action: 'account.closed', targetKind: 'account', targetId: id, target }, t);
  });
}

/**
 * Opens a closed staff account again, with the password and second factor it had; one whose word counts as one of two
 * waits for a second person, and the change that waits is answered.
 */
export async function reopenStaff(reopening: {
  actor: StaffActor;
  id: number;
  confirmed?: Confirmed;
}): Promise<ChangeRow | null> {
  const { actor, id, confirmed } = reopening;
  return transaction(async (t) => {
    await confirmed?.leave(t);
    const { account } = await loadStaff(id, t);
    if (!account.isClosed) return null;
    const words = { before: '已停用', after: '启用' };
    const waiting = await askSecondPerson({ actor, account, kind: 'staff_reopened', ...words, confirmed }, t);
    if (waiting) return waiting;
    await account.update({ isClosed: false }, { transaction: t });
    const target = nameAndLogin(account);
    await writeAudit({ actor, action: 'account.reopened', targetKind: 'account', targetId: id, target }, t);
    return null;
  });
}
