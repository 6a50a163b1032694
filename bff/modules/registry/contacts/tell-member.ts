import type { Transaction } from 'sequelize';
import type { AccountNotice } from '../../../contract/activation/enums.ts';
import { contactsOfMember } from './contacts-of.ts';
import { sendNotice } from '../../outbox/send-notice.ts';
import { Firm, type Lawyer } from '../model.ts';
import type { MemberId } from '../../../subject.ts';

/** A member whose row is locked and about to be written. */
export type Member = Firm | Lawyer;

export const idOf = (member: Member): MemberId => ({ kind: member instanceof Firm ? 'firm' : 'lawyer', id: member.id });

/** Tells every contact of a member that is about to be written, as they stand before; new ones are not told. */
export async function tellMember(
  told: { member: Member; notice: AccountNotice; detail: string; about?: string },
  t: Transaction,
): Promise<void> {
  const { member, ...what } = told;
  const contacts = await contactsOfMember(idOf(member), t);
  await sendNotice({ contacts, name: member.name, ...what }, t);
}

/** Tells a member which of the numbers and names it is known by somebody of the staff changes; empty: none. */
export async function tellIdentity(
  { member, changed }: { member: Member; changed: readonly string[] },
  t: Transaction,
): Promise<void> {
  if (changed.length === 0) return;
  const detail = `登记的${changed.join('、')}已由协会工作人员修改，账号登录名随执业证号、许可证号变化。`;
  await tellMember({ member, notice: 'identity_changed', detail }, t);
}
