import type { Transaction } from 'sequelize';
import { AppError } from '../../errors.ts';
import type { Actor } from '../../actor.ts';
import { endHolds } from '../accounts/hold.ts';
import type { AccountHold } from '../accounts/hold-model.ts';
import { Account } from '../accounts/model.ts';
import { nameAndLogin } from '../accounts/name-and-login.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { sendNotice } from '../outbox/send-notice.ts';
import { contactsOf } from '../registry/contacts/contacts-of.ts';

/** Ends what holds an account; every contact of it is told. */
export async function releaseAccount(
  released: {
    actor: Actor;
    hold: AccountHold;
    /** By what, in words for the log. */
    how: string;
  },
  t: Transaction,
): Promise<void> {
  const { actor, hold, how } = released;
  const { accountId } = hold;
  const account = await Account.findByPk(accountId, { transaction: t, rejectOnEmpty: new AppError('not_found') });
  await endHolds({ accountId, endedByName: actor.name }, t);
  const { name, login } = account;
  const target = nameAndLogin({ name, login });
  await writeAudit(
    { actor, action: 'account.released', targetKind: 'account', targetId: accountId, target, detail: how },
    t,
  );
  const detail = `账号 ${login} 已启用全部服务。不是您本人要求的，请立即与协会联系。`;
  await sendNotice({ contacts: await contactsOf(account, t), name, notice: 'released', detail }, t);
}
