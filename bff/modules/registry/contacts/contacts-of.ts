import type { Transaction } from 'sequelize';
import type { MemberId } from '../../../subject.ts';
import { findAccountOf } from '../../accounts/find-account-of-member.ts';
import { memberOf } from '../../accounts/member-of.ts';
import { readConfirmedContacts } from '../../accounts/read-confirmed-contacts.ts';
import type { Contacts } from '../../outbox/send-notice.ts';
import { readFormerContacts } from './former-contacts.ts';
import { readContact } from './read-member-contact.ts';

/**
 * Every contact of a member's account: as registered, as it was registered until a few days ago, and as its owner has
 * confirmed. Who changes a contact does not silence the one before.
 */
export async function contactsOf(
  account: { id: number; firmId: number | null; lawyerId: number | null },
  t: Transaction,
): Promise<Contacts> {
  const [registered, former, confirmed] = [
    await readContact(account, t),
    await readFormerContacts(memberOf(account), t),
    await readConfirmedContacts(account.id, t),
  ];
  return {
    phones: [registered.phone, ...former.phones, confirmed.phone],
    emails: [registered.email, ...former.emails, confirmed.email],
  };
}

/** As above, by the member. */
export async function contactsOfMember(member: MemberId, t: Transaction): Promise<Contacts> {
  return contactsOf(await findAccountOf(member, t), t);
}
