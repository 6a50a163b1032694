import type { Transaction } from 'sequelize';
import { nameAndLogin } from '../accounts/name-and-login.ts';
import { hashPassword } from '../../platform/crypto/password.ts';
import { newReadableCode } from '../../platform/crypto/readable-code.ts';
import { transaction } from '../../platform/db/database.ts';
import { networkOf } from '../../platform/network.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { StaffActor } from '../../actor.ts';
import { unlockAccount } from '../sign-in/lockout.ts';
import { EmailCode, Session, type Account } from '../accounts/model.ts';
import { temporaryUntil } from './send-access.ts';

/**
 * Makes a temporary password for the staff account that `work` gives it to; its sessions, codes and lock end. Members get
 * codes instead: nobody of the staff is to hold what opens a member's account.
 */
export async function giveTemporaryPassword<T>(
  reset: { actor: StaffActor; reason: string },
  work: (give: (account: Account) => Promise<string>, t: Transaction) => Promise<T>,
): Promise<T> {
  const { actor, reason } = reset;
  const password = newReadableCode();
  // Outside the transaction: hashing takes its time.
  const passwordHash = await hashPassword(password, networkOf(actor.address));
  let given: Account | undefined;
  const answer = await transaction((t) => {
    given = undefined;
    return work(async (account) => {
      await account.update({ passwordHash, isTemporary: true, temporaryUntil: temporaryUntil() }, { transaction: t });
      await Session.destroy({ where: { accountId: account.id }, transaction: t });
      await EmailCode.destroy({ where: { accountId: account.id }, transaction: t });
      const target = nameAndLogin(account);
      await writeAudit(
        { actor, action: 'password.reset', targetKind: 'account', targetId: account.id, target, detail: reason },
        t,
      );
      given = account;
      return password;
    }, t);
  });
  if (given) await unlockAccount({ realm: 'staff', account: given.id });
  return answer;
}
