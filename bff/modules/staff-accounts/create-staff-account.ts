import { UniqueConstraintError, type Transaction } from 'sequelize';
import { nameAndLogin } from '../accounts/name-and-login.ts';
import type { SentAccess } from '../../contract/accounts/replies.ts';
import type { Role } from '../../contract/accounts/enums.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { newReadableCode } from '../../platform/crypto/readable-code.ts';
import { hashPassword } from '../../platform/crypto/password.ts';
import { transaction } from '../../platform/db/database.ts';
import { networkOf } from '../../platform/network.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { Leave } from '../two-person/request-change.ts';
import type { StaffActor } from '../../actor.ts';
import { Account } from '../accounts/model.ts';
import { rolesInWords } from './ask-second-person.ts';
import { sendAccess, temporaryUntil } from './send-access.ts';

/**
 * Opens a staff account. The temporary password, which opens nothing but the page that sets another, is mailed to the
 * staff member; without an actor it is answered to whoever runs the server. Throws `duplicate` for a login in use.
 * @param leave of the second person, where the roles take one (open-staff.ts)
 */
export async function createStaffAccount(
  staff: { login: string; name: string; email: string; roles: Role[] },
  actor: StaffActor,
  leave: Leave | null = null,
): Promise<SentAccess & { id: number }> {
  return create(
    staff,
    actor,
    async (account, password, t) => ({
      id: account.id,
      ...(await sendAccess({ account, password }, t)),
    }),
    leave,
  );
}

/** The first account, for whoever runs the server: answers its temporary password. Throws `duplicate`. */
export async function createFirstAccount(staff: {
  login: string;
  name: string;
  email: string;
  roles: Role[];
}): Promise<{ password: string }> {
  return create(staff, null, (_account, password) => Promise.resolve({ password }));
}

async function create<T>(
  staff: { login: string; name: string; email: string; roles: Role[] },
  actor: StaffActor | null,
  handOver: (account: Account, password: string, t: Transaction) => Promise<T>,
  leave: Leave | null = null,
): Promise<T> {
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
          temporaryUntil: actor && temporaryUntil(),
          email: staff.email,
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
          target: nameAndLogin(staff),
          detail: `角色：${rolesInWords(staff.roles)}`,
        },
        t,
      );
      return handOver(account, password, t);
    });
  } catch (error) {
    if (error instanceof UniqueConstraintError) throw new AppError('duplicate', { message: '该账号已存在' });
    throw error;
  }
}
