import { keyedIndex } from '../../platform/crypto/keyed-index.ts';
import { AppError } from '../../errors.ts';
import { transaction } from '../../platform/db/database.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { sendNotice } from '../outbox/send-notice.ts';
import { endOthers } from '../two-person/changes-of-account.ts';
import type { Leave } from '../two-person/request-change.ts';
import { endOidcBindings } from '../oidc/end-binding.ts';
import { endBindings } from '../wechat/end-binding.ts';
import type { StaffActor } from '../../actor.ts';
import { contactsOf } from '../registry/contacts/contacts-of.ts';
import { endHolds } from '../accounts/hold.ts';
import { Account, EmailCode, Session } from '../accounts/model.ts';

/** Tells one password from the next, and nothing else. */
export const passwordMark = (hash: string): string => keyedIndex('password-mark', hash);

/**
 * Takes a member's account back to before its first use, as two persons have agreed: password, sessions, codes and
 * bound WeChats are worth nothing any more, and an activation code from a colleague's hand opens it. Confirmed contacts are
 * told until then, as every other one, and go with the opening. Throws `changed_meanwhile` when the account has another
 * login or password or has been closed or taken back, and as its leave.
 */
export async function returnMemberAccount(back: {
  actor: StaffActor;
  accountId: number;
  login: string;
  /** Mark of the password that was to be taken back: a newer one is its owner's. */
  password: string;
  leave: Leave;
}): Promise<void> {
  const { actor, accountId, leave } = back;
  await transaction(async (t) => {
    await leave(t);
    const account = await Account.findByPk(accountId, { transaction: t, lock: t.LOCK.UPDATE });
    if (
      !account ||
      account.isClosed ||
      account.passwordHash === null ||
      account.login !== back.login ||
      passwordMark(account.passwordHash) !== back.password
    ) {
      throw new AppError('changed_meanwhile');
    }
    await account.update({ passwordHash: null, isTemporary: true, temporaryUntil: null }, { transaction: t });
    await endOthers({ kind: 'member_reset', accountId }, t);
    await endHolds({ accountId, endedByName: actor.name }, t);
    await endBindings(accountId, t);
    await endOidcBindings(accountId, t);
    await Session.destroy({ where: { accountId }, transaction: t });
    await EmailCode.destroy({ where: { accountId }, transaction: t });
    const { name, login } = account;
    const target = `${name}（${login}）`;
    await writeAudit({ actor, action: 'account.returned', targetKind: 'account', targetId: accountId, target }, t);
    const detail = `经两位工作人员确认，账号 ${login} 已退回开通前：原密码失效，所有设备退出登录，须凭协会发放的开通码重新开通。`;
    await sendNotice({ contacts: await contactsOf(account, t), name, notice: 'reopened', detail }, t);
  });
}
