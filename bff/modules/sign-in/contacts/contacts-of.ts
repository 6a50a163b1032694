import type { Transaction } from 'sequelize';
import type { Contacts } from '../../outbox/send-notice.ts';
import { readContact } from '../../registry/contacts/read-member-contact.ts';
import { ConfirmedEmail, ConfirmedPhone, type Account } from '../../accounts/model.ts';

/** Every contact of a member's account: as registered, and as its owner has confirmed. */
export async function contactsOf(
  account: Pick<Account, 'id' | 'firmId' | 'lawyerId'>,
  t: Transaction,
): Promise<Contacts> {
  const where = { accountId: account.id };
  const [registered, email, phone] = [
    await readContact(account, t),
    await ConfirmedEmail.findOne({ where, transaction: t }),
    await ConfirmedPhone.findOne({ where, transaction: t }),
  ];
  return {
    phones: [registered.phone, phone?.number ?? ''],
    emails: [registered.email, email?.address ?? ''],
  };
}
