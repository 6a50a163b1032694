import type { Transaction } from 'sequelize';
import { nameAndLogin } from '../accounts/name-and-login.ts';
import { AppError } from '../../errors.ts';
import { publish } from '../../events.ts';
import { HOUR_MS } from '../../contract/dates.ts';
import { hashPassword } from '../../platform/crypto/password.ts';
import { transaction } from '../../platform/db/database.ts';
import { networkOf } from '../../platform/network.ts';
import { countAgainst } from '../../platform/kv/rate-limit.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { findAccount } from '../accounts/find-account.ts';
import { unlockAccount } from './lockout.ts';
import { Session, type Account } from '../accounts/model.ts';
import { sendNotice } from '../outbox/send-notice.ts';
import { contactsOf } from '../registry/contacts/contacts-of.ts';
import { keyOfReset } from './request-reset.ts';
import { takeCode } from './contacts/sent-code.ts';

const byAddress = { name: 'resets-address', limit: 120, windowMs: HOUR_MS };
const byLogin = { name: 'resets-login', limit: 10, windowMs: HOUR_MS };

/**
 * Sets a new password by a code that was mailed or sent to a telephone; every session and bound WeChat ends, the lock of wrong passwords too, and the owner is told.
 * Throws `invalid_fields` for a wrong, used or expired code and for an unknown account alike, `too_many_requests`.
 */
export async function resetPassword(reset: {
  login: string;
  code: string;
  /** With which a text was asked for. */
  codeTicket?: string | undefined;
  next: string;
  address: string;
  /** Which device this is to an account, if it is known there. */
  knownDevice?: (accountId: number) => string | undefined;
}): Promise<void> {
  const { login, code, codeTicket, next, address, knownDevice } = reset;
  const account = await findAccount('member', login);
  await countAgainst(byAddress, address);
  const device = account ? knownDevice?.(account.id) : undefined;
  await countAgainst(byLogin, keyOfReset({ login, accountId: account?.id, device, address }));
  if (next.toUpperCase() === login.toUpperCase()) {
    throw new AppError('invalid_fields', { fields: { next: '新密码不能与账号相同' } });
  }
  // Whatever is known of the account: the hash takes longer than all the rest.
  const passwordHash = await hashPassword(next, networkOf(address));
  const isReset = await transaction(async (t) => {
    const taking = { accountId: account?.id ?? 0, purpose: 'reset', code, codeTicket, address, device } as const;
    const sentTo = await takeCode(taking, t);
    if (!account || account.isClosed || sentTo === null) return false;
    await account.update({ passwordHash, isTemporary: false }, { transaction: t });
    await Session.destroy({ where: { accountId: account.id }, transaction: t });
    await publish('password.reset', { accountId: account.id }, t);
    await tell({ account, address }, t);
    return true;
  });
  if (!account || !isReset) throw refused();
  await unlockAccount({ realm: 'member', account: account.id });
}

/** One sentence for wrong, used, expired, never sent, and asked for elsewhere. */
const refused = () =>
  new AppError('invalid_fields', {
    fields: { code: '验证码不正确或已失效，请核对或重新获取。短信验证码只能在获取它的设备上使用' },
  });

async function tell({ account, address }: { account: Account; address: string }, t: Transaction): Promise<void> {
  const { id, name, login } = account;
  await writeAudit(
    {
      actor: { accountId: id, name, address },
      action: 'password.forgotten',
      targetKind: 'account',
      targetId: id,
      target: nameAndLogin({ name, login }),
    },
    t,
  );
  // Everywhere, whichever way the code came: a stolen telephone is not the only one to be told what the thief has done.
  const detail = `账号 ${login} 的密码已凭验证码重设，所有设备均已退出登录，绑定的微信均已解除。`;
  await sendNotice({ contacts: await contactsOf(account, t), name, notice: 'forgotten', detail }, t);
}
