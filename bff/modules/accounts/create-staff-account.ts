import { UniqueConstraintError } from 'sequelize';
import type { Role } from '../../contract/enums.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { hashPassword } from '../../platform/crypto/password.ts';
import { transaction } from '../../platform/db/database.ts';
import { networkOf } from '../../platform/network.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { Leave } from '../two-person/request-change.ts';
import type { StaffActor } from './actor.ts';
import { Account } from './model.ts';
import { newReadableCode } from '../../platform/crypto/readable-code.ts';

/**
 * Opens a staff account; without an actor for whoever runs the server. Answers the temporary password, which opens
 * nothing but the page that sets another. Throws `duplicate` for a login in use.
 * @param leave of the second person, where the roles take one (open-staff.ts)
 */
export async function createStaffAccount(
  staff: { login: string; name: string; roles: Role[] },
  actor: StaffActor | null = null,
  leave: Leave | null = null,
): Promise<{ id: number; password: string }> {
  const password = newReadableCode();
  const passwordHash = await hashPassword(password, networkOf(actor?.address ?? ''));
  try {
    return await transaction(async (t) => {
      await leave?.(t);
      const account = await Account.create(
        {
          kind: 'staff',
          firmId: null,
          lawyerId: null,
          login: staff.login.toLowerCase(),
          altLogin: null,
          name: staff.name,
          passwordHash,
          isTemporary: true,
          isClosed: false,
          roles: JSON.stringify(staff.roles),
          lastSignedInAt: null,
          createdAt: clock.now(),
        },
        { transaction: t },
      );
      await writeAudit(
        {
          actor,
          action: 'account.created',
          targetKind: 'account',
          targetId: account.id,
          target: `${staff.name}（${staff.login}）`,
          detail: staff.roles.join(','),
        },
        t,
      );
      return { id: account.id, password };
    });
  } catch (error) {
    if (error instanceof UniqueConstraintError) throw new AppError('duplicate', { message: '该账号已存在' });
    throw error;
  }
}
