import type { ContactsReply } from '../../contract/endpoints/accounts.ts';
import { readMemberContact } from '../registry/read-member-contact.ts';
import type { MemberActor } from './actor.ts';
import { ConfirmedEmail } from './model.ts';

/** 账户信息: the confirmed address, and what the registry has. */
export async function showContacts({ actor }: { actor: MemberActor }): Promise<ContactsReply> {
  const [confirmed, registry] = await Promise.all([
    ConfirmedEmail.findOne({ where: { accountId: actor.accountId } }),
    readMemberContact(actor),
  ]);
  return {
    email: confirmed && { address: confirmed.address, confirmedAt: new Date(confirmed.confirmedAt).toISOString() },
    registryEmail: registry.email,
    registryPhone: registry.phone,
  };
}
