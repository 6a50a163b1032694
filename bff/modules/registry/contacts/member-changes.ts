import { Op, type Transaction } from 'sequelize';
import type { MemberChangeField } from '../../../contract/activation/enums.ts';
import type { StaffActor } from '../../../actor.ts';
import type { MemberId } from '../../../subject.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { Lawyer } from '../model.ts';
import { MemberChange } from './member-change-model.ts';

/**
 * Notes who of the staff did what helps to open an account, in the transaction that does it: an identity number gives its
 * last six away to whoever enters it, and the mobile of a head opens the account of the firm.
 */
export async function noteMemberChange(
  change: { actor: StaffActor; member: MemberId; field: MemberChangeField },
  t: Transaction,
): Promise<void> {
  const { actor, member, field } = change;
  await MemberChange.create(
    { ...of(member), field, changedBy: actor.accountId, changedByName: actor.name, changedAt: clock.now() },
    { transaction: t },
  );
}

/** What was changed of a member after an instant and no second person has looked at, in the order of the changes. */
export async function readUnconfirmed(
  member: MemberId,
  { after, fields }: { after: number; fields?: readonly MemberChangeField[] },
  t: Transaction,
): Promise<MemberChange[]> {
  const where = { ...of(member), changedAt: { [Op.gt]: after }, confirmedAt: null, ...(fields && { field: fields }) };
  return MemberChange.findAll({ where, order: ['id'], transaction: t });
}

/** What was changed after an instant of the address to which a member's letters go; a lawyer's go to the firm. */
export async function readAddressChanges(
  member: MemberId,
  { after }: { after: number },
  t: Transaction,
): Promise<MemberChange[]> {
  const lawyer = member.kind === 'lawyer' ? await Lawyer.findByPk(member.id, { transaction: t }) : null;
  const id = member.kind === 'firm' ? member.id : lawyer?.firmId;
  if (id === undefined || id === null) return [];
  return readUnconfirmed({ kind: 'firm', id }, { after, fields: ['address'] }, t);
}

const of = ({ kind, id }: MemberId) => ({ subjectKind: kind, subjectId: id });
