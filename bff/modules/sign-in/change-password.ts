import { Op } from 'sequelize';
import { nameAndLogin } from '../accounts/name-and-login.ts';
import type { SessionReply } from '../../contract/accounts/endpoints.ts';
import { AppError } from '../../errors.ts';
import { hashPassword } from '../../platform/crypto/password.ts';
import { transaction } from '../../platform/db/database.ts';
import { networkOf } from '../../platform/network.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { Actor, InSession } from '../../actor.ts';
import { Account, Session } from '../accounts/model.ts';
import { provePassword } from './prove-password.ts';
import { showSession } from './show-session.ts';

/**
 * Sets a new password; every other session of the account ends. Throws `invalid_fields` for a wrong current password,
 * which counts towards the lock as at sign-in, and `locked`.
 */
export async function changePassword({
  actor,
  current,
  next,
}: {
  actor: Actor & InSession;
  current: string;
  next: string;
}): Promise<SessionReply> {
  const account = await provePassword(actor, current, 'current');
  if ([account.login, account.altLogin].includes(next.toUpperCase())) {
    throw new AppError('invalid_fields', { fields: { next: '新密码不能与账号相同' } });
  }
  const passwordHash = await hashPassword(next, networkOf(actor.address));
  await transaction(async (t) => {
    await Account.update({ passwordHash, isTemporary: false }, { where: { id: account.id }, transaction: t });
    await Session.destroy({ where: { accountId: account.id, id: { [Op.ne]: actor.sessionId } }, transaction: t });
    await writeAudit(
      {
        actor,
        action: 'password.changed',
        targetKind: 'account',
        targetId: account.id,
        target: nameAndLogin(account),
      },
      t,
    );
  });
  return showSession({ actor });
}
