import type { Transaction } from 'sequelize';
import type { ChangeRow, Waiting } from '../../contract/two-person/endpoints.ts';
import type { SentAccess } from '../../contract/accounts/endpoints.ts';
import type { TemporaryPassword } from '../../contract/staff/endpoints.ts';
import type { SubjectKind } from '../../contract/registry/enums.ts';
import { AppError } from '../../errors.ts';
import { transaction } from '../../platform/db/database.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { sendNotice } from '../outbox/send-notice.ts';
import type { StaffActor } from '../../actor.ts';
import { askSecondPerson, type Confirmed } from './ask-second-person.ts';
import { contactsOf } from '../sign-in/contacts/contacts-of.ts';
import { giveTemporaryPassword } from './give-temporary-password.ts';
import { loadStaff } from './load-staff.ts';
import { Account, SecondFactor, Session } from '../accounts/model.ts';
import { sendAccess } from './send-access.ts';

/**
 * Mails a staff member a temporary password; the sessions end. That of an account whose word counts as one of two waits
 * for a second person, and the change that waits is answered. Throws `not_found`, `wrong_state` without an address.
 */
export async function resetStaffPassword(reset: {
  actor: StaffActor;
  id: number;
  confirmed?: Confirmed;
}): Promise<SentAccess | Waiting> {
  const { actor, id, confirmed } = reset;
  return giveTemporaryPassword<SentAccess | Waiting>({ actor, reason: '' }, async (give, t) => {
    await confirmed?.leave(t);
    const { account } = await loadStaff(id, t);
    if (account.email === '') {
      throw new AppError('wrong_state', { message: '该账号没有登记邮箱，请先填写邮箱并保存：登录码发到本人邮箱' });
    }
    const words = { before: '现有密码', after: `新的登录码，发到 ${account.email}，所有设备退出登录` };
    const waiting = await askSecondPerson({ actor, account, kind: 'password_reset', ...words, confirmed }, t);
    if (waiting) return { waiting };
    const password = await give(account);
    return sendAccess({ account, password }, t);
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
  return giveTemporaryPassword({ actor, reason }, async (give, t) => {
    const where = kind === 'firm' ? { firmId: id } : { lawyerId: id };
    const account = await Account.findOne({ where, transaction: t, lock: t.LOCK.UPDATE });
    if (!account) throw new AppError('not_found');
    if (account.isClosed) throw new AppError('wrong_state', { message: '该会员已注销，不能重置密码' });
    // A password that staff hand out would be worth less than a code, which needs the last six as well.
    if (account.passwordHash === null) {
      throw new AppError('wrong_state', { message: '该账号尚未开通，请发放开通码' });
    }
    const password = await give(account);
    await tellReset(account, t);
    return { login: account.login, password };
  });
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
