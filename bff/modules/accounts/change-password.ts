import { Op } from 'sequelize';
import type { SessionReply } from '../../contract/endpoints/accounts.ts';
import { AppError } from '../../errors.ts';
import { hashPassword } from '../../platform/crypto/password.ts';
import { transaction } from '../../platform/db/database.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { Actor } from './actor.ts';
import { checkPassword } from './check-password.ts';
import { countFailure, forgetFailures, refuseLocked, type Attempt } from './lockout.ts';
import { Account, Session } from './model.ts';
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
  actor: Actor;
  current: string;
  next: string;
}): Promise<SessionReply> {
  const account = await Account.findByPk(actor.accountId, { rejectOnEmpty: new AppError('not_signed_in') });
  const realm = actor.kind === 'staff' ? 'staff' : 'member';
  const attempt: Attempt = { realm, account: account.id, address: actor.address };
  await refuseLocked(attempt);
  if (!(await checkPassword(account, current))) {
    const { isLockedNow } = await countFailure(attempt);
    if (isLockedNow) throw new AppError('locked');
    throw new AppError('invalid_fields', { fields: { current: '当前密码不正确' } });
  }
  await forgetFailures(attempt);
  if ([account.login, account.altLogin].includes(next.toUpperCase())) {
    throw new AppError('invalid_fields', { fields: { next: '新密码不能与账号相同' } });
  }
  const passwordHash = await hashPassword(next);
  await transaction(async (t) => {
    await Account.update({ passwordHash, isTemporary: false }, { where: { id: account.id }, transaction: t });
    await Session.destroy({ where: { accountId: account.id, id: { [Op.ne]: actor.sessionId } }, transaction: t });
    await writeAudit(
      {
        actor,
        action: 'password.changed',
        targetKind: 'account',
        targetId: account.id,
        target: `${account.name}（${account.login}）`,
      },
      t,
    );
  });
  return showSession({ actor });
}
