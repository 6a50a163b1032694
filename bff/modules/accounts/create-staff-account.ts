import { UniqueConstraintError } from 'sequelize';
import type { Role } from '../../contract/enums.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { hashPassword } from '../../platform/crypto/password.ts';
import { randomToken } from '../../platform/crypto/tokens.ts';
import { transaction } from '../../platform/db/database.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { Account } from './model.ts';

/**
 * Opens a staff account; for whoever runs the server, hence no actor. Returns the temporary password, which opens
 * nothing but the page that sets another. Throws `duplicate` for a login in use.
 */
export async function createStaffAccount(staff: { login: string; name: string; roles: Role[] }): Promise<string> {
  const password = randomToken(128);
  const passwordHash = await hashPassword(password);
  try {
    await transaction(async (t) => {
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
          actor: null,
          action: 'account.created',
          targetKind: 'account',
          targetId: account.id,
          target: `${staff.name}（${staff.login}）`,
          detail: staff.roles.join(','),
        },
        t,
      );
    });
  } catch (error) {
    if (error instanceof UniqueConstraintError) throw new AppError('duplicate', { message: '该账号已存在' });
    throw error;
  }
  return password;
}
