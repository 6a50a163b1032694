import { Op, type Transaction } from 'sequelize';
import { CONTACT_FIELDS, type ContactField } from '../../../contract/activation/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { FormerContact } from './former-contact-model.ts';
import { settledSince } from './opening-contacts.ts';
import type { MemberId } from '../../../subject.ts';

/** Notes what a contact was, and who of the staff changed it; in the transaction that changes it. */
export async function keepFormerContact(
  change: { member: MemberId; field: ContactField; value: string; changedBy: number },
  t: Transaction,
): Promise<void> {
  const { member, ...columns } = change;
  const row = { subjectKind: member.kind, subjectId: member.id, ...columns, changedAt: clock.now() };
  await FormerContact.create(row, { transaction: t });
}

/** Notes who of the staff entered a new member's contacts: codes to them are sent by somebody else. */
export async function noteEnteredContacts(
  entered: { member: MemberId; contacts: Record<ContactField, string>; enteredBy: number },
  t: Transaction,
): Promise<void> {
  const { member, contacts, enteredBy } = entered;
  for (const field of Object.keys(CONTACT_FIELDS) as ContactField[]) {
    if (contacts[field] !== '') await keepFormerContact({ member, field, value: '', changedBy: enteredBy }, t);
  }
}

/** Contacts that were a member's until a few days ago: its notices go there as well, until the new ones are settled. */
export async function readFormerContacts(
  member: MemberId,
  t: Transaction,
): Promise<{ phones: string[]; emails: string[] }> {
  const where = { ...of(member), changedAt: { [Op.gt]: settledSince() } };
  const rows = await FormerContact.findAll({ where, transaction: t });
  const valuesOf = (field: ContactField) => rows.filter((row) => row.field === field).map(({ value }) => value);
  return { phones: valuesOf('phone'), emails: valuesOf('email') };
}

/** The staff account to which a contact as it stands goes back, changed or entered; null: from before that was noted. */
export async function whoChanged(member: MemberId, field: ContactField, t: Transaction): Promise<number | null> {
  return (await readLastChange(member, field, t))?.changedBy ?? null;
}

/** By whom and when a contact came to be what it is, and what it was before; null: from before that was noted. */
export async function readLastChange(
  member: MemberId,
  field: ContactField,
  t: Transaction,
): Promise<Pick<FormerContact, 'value' | 'changedBy' | 'changedAt'> | null> {
  return FormerContact.findOne({ where: { ...of(member), field }, order: [['id', 'DESC']], transaction: t });
}

/** Whether staff have ever replaced or removed a contact of a member. */
export async function hadOtherContacts(member: MemberId, t: Transaction): Promise<boolean> {
  const where = { ...of(member), value: { [Op.ne]: '' } };
  return (await FormerContact.findOne({ where, transaction: t })) !== null;
}

const of = ({ kind, id }: MemberId) => ({ subjectKind: kind, subjectId: id });
