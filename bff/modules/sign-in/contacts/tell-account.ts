import type { Transaction } from 'sequelize';
import type { AccountNotice } from '../../../contract/activation/enums.ts';
import { sendNotice } from '../../outbox/send-notice.ts';
import type { MemberActor } from '../../../actor.ts';
import { contactsOf } from '../../registry/contacts/contacts-of.ts';

/** Tells every contact of the actor's own account what was done in it. */
export async function tellAccount(
  told: { actor: MemberActor; notice: AccountNotice; detail: string },
  t: Transaction,
): Promise<void> {
  const { actor, notice, detail } = told;
  const firmId = actor.kind === 'firm' ? actor.firmId : null;
  const lawyerId = actor.kind === 'lawyer' ? actor.lawyerId : null;
  const contacts = await contactsOf({ id: actor.accountId, firmId, lawyerId }, t);
  await sendNotice({ contacts, name: actor.name, notice, detail }, t);
}
