import { nameAndLogin } from '../accounts/name-and-login.ts';
import type { ChangeRow } from '../../contract/two-person/endpoints.ts';
import type { Waiting } from '../../contract/two-person/replies.ts';
import type { SentAccess } from '../../contract/accounts/replies.ts';
import { AppError } from '../../errors.ts';
import { transaction } from '../../platform/db/database.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { StaffActor } from '../../actor.ts';
import { askSecondPerson, type Confirmed } from './ask-second-person.ts';
import { giveTemporaryPassword } from './give-temporary-password.ts';
import { loadStaff } from './load-staff.ts';
import { SecondFactor, Session } from '../accounts/model.ts';
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
    const target = nameAndLogin(account);
    await writeAudit({ actor, action: 'second-factor.reset', targetKind: 'account', targetId: id, target }, t);
    return null;
  });
}
