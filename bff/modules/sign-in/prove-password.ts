import { AppError } from '../../errors.ts';
import type { Actor, InSession } from '../../actor.ts';
import { checkPassword } from './check-password.ts';
import { takeTry } from './lockout.ts';
import { Account } from '../accounts/model.ts';

/**
 * Makes sure that whoever sits at a signed-in device knows the password, before something that would outlive the
 * session. A wrong one counts towards the lock as at sign-in. Throws `invalid_fields` under `field`, and `locked`.
 */
export async function provePassword(actor: Actor & InSession, password: string, field: string): Promise<Account> {
  const account = await Account.findByPk(actor.accountId, { rejectOnEmpty: new AppError('not_signed_in') });
  const realm = actor.kind === 'staff' ? 'staff' : 'member';
  // A signed-in device has tries of its own: strangers who lock the account do not disturb who works in it.
  const device = `session ${actor.sessionId}`;
  const attempt = await takeTry({ realm, account: account.id, address: actor.address, device });
  if (!(await checkPassword(account, password, actor.address))) {
    const { isLockedNow } = await attempt.failed();
    if (isLockedNow) throw new AppError('locked');
    throw new AppError('invalid_fields', { fields: { [field]: '当前密码不正确' } });
  }
  await attempt.succeeded();
  return account;
}
