import type { Transaction } from 'sequelize';
import type { Contacts } from '../notifications/send-notice.ts';
import { readFormerContacts } from '../registry/former-contacts.ts';
import type { MemberId } from '../registry/opening-contacts.ts';
import { readContact } from '../registry/read-member-contact.ts';
import { memberOf } from './member-of.ts';
import { Account, ConfirmedEmail, ConfirmedPhone } from './model.ts';

/**
 * Every contact of a member's account: as registered, as it was registered until a few days ago, and as its owner has
 * confirmed. Who changes a contact does not silence the one before.
 */
export async function contactsOf(
  account: Pick<Account, 'id' | 'firmId' | 'lawyerId'>,
  t: Transaction,
): Promise<Contacts> {
  const where = { accountId: account.id };
  const [registered, former, email, phone] = [
    await readContact(account, t),
    await readFormerContacts(memberOf(account), t),
    await ConfirmedEmail.findOne({ where, transaction: t }),
    await ConfirmedPhone.findOne({ where, transaction: t }),
  ];
  return {
    phones: [registered.phone, ...former.phones, phone?.number ?? ''],
    emails: [registered.email, ...former.emails, email?.address ?? ''],
  };
}

/** As above, by the member. */
export async function contactsOfMember({ kind, id }: MemberId, t: Transaction): Promise<Contacts> {
  const where = kind === 'firm' ? { firmId: id } : { lawyerId: id };
  return contactsOf(await Account.findOne({ where, transaction: t, rejectOnEmpty: true }), t);
}
