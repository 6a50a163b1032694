import { nameAndLogin } from '../accounts/name-and-login.ts';
import type { Waiting } from '../../contract/two-person/replies.ts';
import type { SentAccess } from '../../contract/accounts/replies.ts';
import type { Role } from '../../contract/accounts/enums.ts';
import { twoPersonRolesOf } from '../../contract/two-person/enums.ts';
import { AppError } from '../../errors.ts';
import { transaction } from '../../platform/db/database.ts';
import { requestChange } from '../two-person/request-change.ts';
import type { StaffActor } from '../../actor.ts';
import { rolesInWords } from './ask-second-person.ts';
import { createStaffAccount } from './create-staff-account.ts';
import { Account } from '../accounts/model.ts';

/** An administrator opens a staff account; one whose word counts as one of two takes a second person. Throws `duplicate`. */
export async function openStaff({
  actor,
  staff,
}: {
  actor: StaffActor;
  staff: { login: string; name: string; email: string; roles: Role[] };
}): Promise<(SentAccess & { id: number }) | Waiting> {
  const { login, name, email, roles } = staff;
  if (twoPersonRolesOf(roles).length === 0) return createStaffAccount(staff, actor);
  return transaction(async (t) => {
    if (await Account.findOne({ where: { login }, transaction: t })) {
      throw new AppError('duplicate', { message: '该账号已存在' });
    }
    const words = {
      target: nameAndLogin({ name, login }),
      before: '无此账号',
      after: `${rolesInWords(roles)}，登录码发到 ${email}`,
    };
    return { waiting: await requestChange({ actor, kind: 'staff_created', payload: staff, ...words }, t) };
  });
}
