import type { Transaction } from 'sequelize';
import type { ContactField } from '../../../contract/activation/enums.ts';
import type { MemberId } from '../../../subject.ts';
import { findAccountOf } from '../../accounts/find-account-of-member.ts';
import { Firm } from '../model.ts';
import { whoChanged } from './former-contacts.ts';
import { findHead, isSettled, loadMember, mobileOf, readSettledContacts } from './opening-contacts.ts';

/**
 * Contacts that vouch for whoever has opened an account by a code that staff have seen: registered and unchanged for some
 * days (of a firm the mobile of its head), and entered neither by who handed out that code nor by whoever is in the account:
 * a lawyer's own profile changes them too.
 */
export async function readVouchingContacts(
  member: MemberId,
  { notBy }: { notBy: number | null },
  t: Transaction,
): Promise<Record<ContactField, string | null>> {
  const row = await loadMember(member, t);
  const holder = row instanceof Firm ? await findHead(row.id, { transaction: t }) : row;
  const vouches = async (of: MemberId, since: number, field: ContactField) =>
    isSettled(since) && !(await isBy(of, field));
  const isBy = async (of: MemberId, field: ContactField) => {
    const by = await whoChanged(of, field, t);
    return by !== null && (by === notBy || by === (await findAccountOf(of, t)).id);
  };
  const { email } = await readSettledContacts(member, t);
  return {
    phone:
      holder && (await vouches({ kind: 'lawyer', id: holder.id }, holder.createdAt, 'phone')) ? mobileOf(holder) : null,
    email: (await vouches(member, row.createdAt, 'email')) ? email : null,
  };
}

/** Whoever of the staff entered or changed one of them last. */
export async function whoEnteredContacts(member: MemberId, t: Transaction): Promise<number[]> {
  const row = await loadMember(member, t);
  const holder = row instanceof Firm ? await findHead(row.id, { transaction: t }) : row;
  const by = [await whoChanged(member, 'phone', t), await whoChanged(member, 'email', t)];
  if (holder) by.push(await whoChanged({ kind: 'lawyer', id: holder.id }, 'phone', t));
  return by.filter((id) => id !== null);
}
