import type { Transaction } from 'sequelize';
import type { ChangeRow, Waiting } from '../../contract/endpoints/changes.ts';
import type { TemporaryPassword } from '../../contract/endpoints/staff.ts';
import type { SubjectKind } from '../../contract/enums.ts';
import { AppError } from '../../errors.ts';
import { hashPassword } from '../../platform/crypto/password.ts';
import { transaction } from '../../platform/db/database.ts';
import { networkOf } from '../../platform/network.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { sendNotice } from '../notifications/send-notice.ts';
import type { StaffActor } from './actor.ts';
import { askSecondPerson, type Confirmed } from './ask-second-person.ts';
import { contactsOf } from './contacts-of.ts';
import { loadStaff } from './load-staff.ts';
import { unlockAccount } from './lockout.ts';
import { Account, EmailCode, SecondFactor, Session } from './model.ts';
import { newReadableCode } from '../../platform/crypto/readable-code.ts';

/**
 * Gives a staff account a temporary password, answered once; its sessions end. That of an account whose word counts as
 * one of two waits for a second person, and the change that waits is answered. Throws `not_found`.
 */
export async function resetStaffPassword(reset: {
  actor: StaffActor;
  id: number;
  confirmed?: Confirmed;
}): Promise<TemporaryPassword | Waiting> {
  const { actor, id, confirmed } = reset;
  return giveTemporaryPassword(actor, '', async (t) => {
    await confirmed?.leave(t);
    const { account } = await loadStaff(id, t);
    const words = { before: '现有密码', after: '新的临时密码，所有设备退出登录' };
    const waiting = await askSecondPerson({ actor, account, kind: 'password_reset', ...words, confirmed }, t);
    return waiting ? { waiting } : account;
  });
}

/**
 * Gives a member's account a temporary password for whoever has proved at the office who he or she is. Throws
 * `not_found`, `wrong_state` for a cancelled member.
 */
export async function resetMemberPassword(reset: {
  actor: StaffActor;
  kind: SubjectKind;
  id: number;
  reason: string;
}): Promise<TemporaryPassword> {
  const { actor, kind, id, reason } = reset;
  return giveTemporaryPassword<never>(actor, reason, async (t) => {
    const where = kind === 'firm' ? { firmId: id } : { lawyerId: id };
    const account = await Account.findOne({ where, transaction: t, lock: t.LOCK.UPDATE });
    if (!account) throw new AppError('not_found');
    if (account.isClosed) throw new AppError('wrong_state', { message: '该会员已注销，不能重置密码' });
    // A password that staff hand out would be worth less than a code, which needs the last six as well.
    if (account.passwordHash === null) {
      throw new AppError('wrong_state', { message: '该账号尚未开通，请发放开通码' });
    }
    return account;
  });
}

async function giveTemporaryPassword<Held extends Waiting>(
  actor: StaffActor,
  reason: string,
  load: (t: Transaction) => Promise<Account | Held>,
): Promise<TemporaryPassword | Held> {
  const password = newReadableCode();
  const passwordHash = await hashPassword(password, networkOf(actor.address));
  const account = await transaction(async (t) => {
    const loaded = await load(t);
    if ('waiting' in loaded) return loaded;
    await loaded.update({ passwordHash, isTemporary: true }, { transaction: t });
    await Session.destroy({ where: { accountId: loaded.id }, transaction: t });
    await EmailCode.destroy({ where: { accountId: loaded.id }, transaction: t });
    const target = `${loaded.name}（${loaded.login}）`;
    await writeAudit(
      { actor, action: 'password.reset', targetKind: 'account', targetId: loaded.id, target, detail: reason },
      t,
    );
    if (loaded.kind !== 'staff') await tellReset(loaded, t);
    return loaded;
  });
  if ('waiting' in account) return account;
  const realm = account.kind === 'staff' ? 'staff' : 'member';
  await unlockAccount({ realm, account: account.id });
  return { login: account.login, password };
}

async function tellReset(account: Account, t: Transaction): Promise<void> {
  const { name, login } = account;
  const detail = `账号 ${login} 的密码已由协会工作人员重置，所有设备均已退出登录。`;
  await sendNotice({ contacts: await contactsOf(account, t), name, notice: 'reset', detail }, t);
}

/**
 * Removes a staff account's second factor (a lost telephone); its sessions end. That of an account whose word counts as
 * one of two waits for a second person, and the change that waits is answered. Throws `not_found`.
 */
export async function resetSecondFactor(reset: {
  actor: StaffActor;
  id: number;
  confirmed?: Confirmed;
}): Promise<ChangeRow | null> {
  const { actor, id, confirmed } = reset;
  return transaction(async (t) => {
    await confirmed?.leave(t);
    const { account } = await loadStaff(id, t);
    const words = { before: '须输入二次验证码', after: '只凭密码登录，直到重新设置' };
    const waiting = await askSecondPerson({ actor, account, kind: 'factor_reset', ...words, confirmed }, t);
    if (waiting) return waiting;
    await SecondFactor.destroy({ where: { accountId: id }, transaction: t });
    await Session.destroy({ where: { accountId: id }, transaction: t });
    const target = `${account.name}（${account.login}）`;
    await writeAudit({ actor, action: 'second-factor.reset', targetKind: 'account', targetId: id, target }, t);
    return null;
  });
}
