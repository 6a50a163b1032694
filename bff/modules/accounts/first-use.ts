import { Op, type Transaction } from 'sequelize';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { nameAndLogin } from './name-and-login.ts';
import { Account, ConfirmedEmail, ConfirmedPhone, Session } from './model.ts';

/** A member's account that nobody has opened yet. */
export type UnopenedAccount = Pick<Account, 'id' | 'kind' | 'firmId' | 'lawyerId' | 'name' | 'login'>;

const ofMember = (id: number) => ({ id, kind: { [Op.ne]: 'staff' as const } });

/** An account that may be opened for the first time, locked if `t` is given; null for every other one, and for none. */
export async function findUnopened(id: number, t?: Transaction): Promise<UnopenedAccount | null> {
  const where = { ...ofMember(id), passwordHash: null, isClosed: false };
  return Account.findOne({ where, ...(t && { transaction: t, lock: t.LOCK.UPDATE }) });
}

/** As above, for staff. Throws `not_found`, and `wrong_state` in words for an account that has been opened or closed. */
export async function loadUnopened(id: number, t: Transaction): Promise<UnopenedAccount> {
  const account = await Account.findOne({ where: ofMember(id), transaction: t, lock: t.LOCK.UPDATE });
  if (!account) throw new AppError('not_found');
  // Whoever does many at once wants to know which one it was.
  const target = nameAndLogin(account);
  if (account.isClosed) throw new AppError('wrong_state', { message: `${target}已注销` });
  if (account.passwordHash !== null) {
    throw new AppError('wrong_state', { message: `${target}已经开通。忘记密码的，请用“忘记密码”或重置密码` });
  }
  return account;
}

/** Sets the first password; what whoever used the account before has left in it, sessions and confirmed contacts, ends. */
export async function setFirstPassword(id: number, passwordHash: string, t: Transaction): Promise<void> {
  const columns = { passwordHash, isTemporary: false, activationRequestedAt: null };
  await Account.update(columns, { where: { id }, transaction: t });
  await Session.destroy({ where: { accountId: id }, transaction: t });
  await ConfirmedEmail.destroy({ where: { accountId: id }, transaction: t });
  await ConfirmedPhone.destroy({ where: { accountId: id }, transaction: t });
}

/** Notes that a firm has asked for its lawyer's code; answers the account, or null if that was noted before. */
export async function noteRequest(lawyerId: number, t: Transaction): Promise<UnopenedAccount | null> {
  const account = await Account.findOne({
    where: { lawyerId },
    transaction: t,
    lock: t.LOCK.UPDATE,
    rejectOnEmpty: new AppError('not_found'),
  });
  if (account.activationRequestedAt !== null) return null;
  return account.update({ activationRequestedAt: clock.now() }, { transaction: t });
}

/** A code has been handed out: nobody waits for one any more. */
export async function endRequest(id: number, t: Transaction): Promise<void> {
  await Account.update({ activationRequestedAt: null }, { where: { id }, transaction: t });
}
