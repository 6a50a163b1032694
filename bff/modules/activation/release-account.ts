import type { Transaction } from 'sequelize';
import type { Actor } from '../../actor.ts';
import { endHolds } from '../accounts/hold.ts';
import type { UnopenedAccount } from '../accounts/first-use.ts';
import { nameAndLogin } from '../accounts/name-and-login.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { sendNotice } from '../outbox/send-notice.ts';
import { contactsOf } from '../registry/contacts/contacts-of.ts';

/** Ends what holds an account; every contact of it is told. */
export async function releaseAccount(
  released: {
    actor: Actor;
    account: Omit<UnopenedAccount, 'kind'>;
    /** What released it, in words for the log. */
    how: string;
  },
  t: Transaction,
): Promise<void> {
  const { actor, account, how } = released;
  const { id: accountId, name, login } = account;
  await endHolds({ accountId, endedByName: actor.name }, t);
  const target = nameAndLogin({ name, login });
  await writeAudit(
    { actor, action: 'account.released', targetKind: 'account', targetId: accountId, target, detail: how },
    t,
  );
  const detail = `账号 ${login} 已启用全部服务。不是您本人要求的，请立即与协会联系。`;
  await sendNotice({ contacts: await contactsOf(account, t), name, notice: 'released', detail }, t);
}
