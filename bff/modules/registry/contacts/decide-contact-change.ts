import type { Model, Transaction } from 'sequelize';
import { CONTACT_FIELDS, type ContactField } from '../../../contract/activation/enums.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import type { MemberId } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { ContactChange } from './contact-change-model.ts';
import { lockForWriting } from '../facts/lock-subjects.ts';
import { Firm, Lawyer } from '../model.ts';
import { keepFormerContact } from './former-contacts.ts';
import { tellMember } from './tell-member.ts';

/**
 * A second person confirms a contact that waits, or refuses it; confirmed, it counts as changed now. Throws `not_found`,
 * `already_decided`, `forbidden` for whoever asked for it, `changed_meanwhile` when the old contact is another one now.
 */
export async function decideContactChange(decision: {
  actor: StaffActor;
  id: number;
  isConfirmed: boolean;
}): Promise<void> {
  const { actor, id, isConfirmed } = decision;
  await transaction(async (t) => {
    const seen = await ContactChange.findByPk(id, { transaction: t, rejectOnEmpty: new AppError('not_found') });
    const isFirm = seen.subjectKind === 'firm';
    const ids = { firmIds: isFirm ? [seen.subjectId] : [], lawyerIds: isFirm ? [] : [seen.subjectId] };
    await lockForWriting(ids, t);
    // Another wish has taken its place, or somebody was quicker.
    const change = await ContactChange.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
    if (change?.state !== 'waiting') throw new AppError('already_decided', { message: '该修改已被处理' });
    if (change.askedBy === actor.accountId) {
      throw new AppError('forbidden', { message: '须由另一位工作人员复核，不能复核自己提出的修改' });
    }
    const member = isConfirmed ? await apply(change, t) : await load(change, t);
    await change.update(
      {
        state: isConfirmed ? 'confirmed' : 'refused',
        decidedByName: actor.name,
        decidedAt: clock.now(),
      },
      { transaction: t },
    );
    await writeAudit(
      {
        actor,
        action: isConfirmed ? 'contact-change.confirmed' : 'contact-change.refused',
        targetKind: change.subjectKind,
        targetId: change.subjectId,
        target: `${member.name}（${member.licenceNo}）`,
        detail: `${CONTACT_FIELDS[change.field]}，${change.askedByName} 提出`,
      },
      t,
    );
  });
}

/** Whether two persons have agreed that a contact is what it is. */
export async function wasAgreed(
  { kind, id }: MemberId,
  field: ContactField,
  value: string,
  t: Transaction,
): Promise<boolean> {
  const where = { subjectKind: kind, subjectId: id, field, newValue: value, state: 'confirmed' };
  return (await ContactChange.findOne({ where, transaction: t })) !== null;
}

async function load({ subjectKind, subjectId }: ContactChange, t: Transaction): Promise<Firm | Lawyer> {
  const options = { transaction: t, rejectOnEmpty: true } as const;
  return subjectKind === 'firm' ? Firm.findByPk(subjectId, options) : Lawyer.findByPk(subjectId, options);
}

async function apply(change: ContactChange, t: Transaction): Promise<Firm | Lawyer> {
  const member = await load(change, t);
  const { field, oldValue, newValue } = change;
  if (member[field] !== oldValue) throw new AppError('changed_meanwhile');
  const now = clock.now();
  await keepFormerContact(
    { member: { kind: change.subjectKind, id: member.id }, field, value: oldValue, changedBy: change.askedBy },
    t,
  );
  const detail = `登记的${CONTACT_FIELDS[field]}的修改已由另一位工作人员复核，现已生效。`;
  await tellMember({ member, notice: 'contact_changed', detail }, t);
  const columns = { [field]: newValue, [`${field}ChangedAt`]: now, version: member.version + 1, updatedAt: now };
  const row: Model = member;
  await row.update(columns, { transaction: t });
  return member;
}
