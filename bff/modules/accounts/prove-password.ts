import { AppError } from '../../errors.ts';
import type { Actor } from './actor.ts';
import { checkPassword } from './check-password.ts';
import { countFailure, forgetFailures, refuseLocked, type Attempt } from './lockout.ts';
import { Account } from './model.ts';

/**
 * Makes sure that whoever sits at a signed-in device knows the password, before something that would outlive the
 * session. A wrong one counts towards the lock as at sign-in. Throws `invalid_fields` under `field`, and `locked`.
 */
export async function provePassword(actor: Actor, password: string, field: string): Promise<Account> {
  const account = await Account.findByPk(actor.accountId, { rejectOnEmpty: new AppError('not_signed_in') });
  const realm = actor.kind === 'staff' ? 'staff' : 'member';
  const attempt: Attempt = { realm, account: account.id, address: actor.address };
  await refuseLocked(attempt);
  if (!(await checkPassword(account, password))) {
    const { isLockedNow } = await countFailure(attempt);
    if (isLockedNow) throw new AppError('locked');
    throw new AppError('invalid_fields', { fields: { [field]: '当前密码不正确' } });
  }
  await forgetFailures(attempt);
  return account;
}
