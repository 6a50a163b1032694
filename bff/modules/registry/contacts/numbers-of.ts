import type { Transaction } from 'sequelize';
import type { MemberId } from '../../../subject.ts';
import { findAccountIfAny } from '../../accounts/find-account-of-member.ts';
import { readConfirmedContacts } from '../../accounts/read-confirmed-contacts.ts';
import { readContact } from './read-member-contact.ts';

/** Telephone numbers of a member, with or without an account: the confirmed one first, then the registered one. */
export async function numbersOf({ kind, id }: MemberId, t: Transaction): Promise<string[]> {
  const isFirm = kind === 'firm';
  const registered = await readContact({ firmId: isFirm ? id : null, lawyerId: isFirm ? null : id }, t);
  const account = await findAccountIfAny({ kind, id }, t);
  const confirmed = account ? await readConfirmedContacts(account.id, t) : { phone: '' };
  return [confirmed.phone, registered.phone].filter((number) => number !== '');
}
