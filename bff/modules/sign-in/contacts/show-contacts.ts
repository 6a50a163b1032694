import { toIso } from '../../../contract/dates.ts';
import type { ContactsReply } from '../../../contract/accounts/endpoints.ts';
import { hasSms } from '../../../platform/sms/sms.ts';
import { readMemberContact } from '../../registry/contacts/read-member-contact.ts';
import type { MemberActor } from '../../../actor.ts';
import { ConfirmedEmail, ConfirmedPhone } from '../../accounts/model.ts';

/** 账户信息: the confirmed address and number, and what the registry has. */
export async function showContacts({ actor }: { actor: MemberActor }): Promise<ContactsReply> {
  const [confirmed, phone, registry] = await Promise.all([
    ConfirmedEmail.findOne({ where: { accountId: actor.accountId } }),
    ConfirmedPhone.findOne({ where: { accountId: actor.accountId } }),
    readMemberContact(actor),
  ]);
  return {
    email: confirmed && { address: confirmed.address, confirmedAt: toIso(confirmed.confirmedAt) },
    phone: phone && { number: phone.number, confirmedAt: toIso(phone.confirmedAt) },
    can: { confirmPhone: hasSms() },
    registryEmail: registry.email,
    registryPhone: registry.phone,
  };
}
