import type { Transaction } from 'sequelize';
import type { LawyerActor, StaffActor } from '../../../actor.ts';
import { CONTACT_FIELDS, type ContactField } from '../../../contract/activation/enums.ts';
import { maskEmail, maskPhone } from '../../../contract/text.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { lockForWriting } from '../facts/lock-subjects.ts';
import { Lawyer } from '../model.ts';
import { keepContacts } from './keep-contacts.ts';

/**
 * Takes a lawyer's own contacts over from the profile, as the registry takes every new one: those from before are told,
 * codes go to the new one after some days, and what would open an account that nobody has used waits for a second person.
 * `unlessChangedSince`: what staff have changed since that instant stays, the registry wins.
 */
export async function takeOverContacts(
  taken: {
    actor: LawyerActor | StaffActor;
    lawyerId: number;
    wanted: Partial<Record<ContactField, string>>;
    unlessChangedSince?: number;
  },
  t: Transaction,
): Promise<void> {
  const { actor, lawyerId, unlessChangedSince = Infinity } = taken;
  await lockForWriting({ firmIds: [], lawyerIds: [lawyerId] }, t);
  const lawyer = await Lawyer.findByPk(lawyerId, { transaction: t, rejectOnEmpty: true });
  const fields = (Object.keys(taken.wanted) as ContactField[]).filter(
    (field) => taken.wanted[field] !== lawyer[field] && (lawyer[`${field}ChangedAt`] ?? 0) <= unlessChangedSince,
  );
  if (fields.length === 0) return;
  const before = { phone: lawyer.phone, email: lawyer.email };
  const target = `${lawyer.name}（执业证号：${lawyer.licenceNo}）`;
  const wanted = Object.fromEntries(fields.map((field) => [field, taken.wanted[field] ?? '']));
  const kept = await keepContacts({ actor, member: lawyer, wanted, target }, t);
  await lawyer.update({ ...kept, version: lawyer.version + 1, updatedAt: clock.now() }, { transaction: t });
  const detail = fields
    .filter((field) => lawyer[field] !== before[field])
    .map((field) => `${CONTACT_FIELDS[field]}：${masked(field, before[field])}→${masked(field, lawyer[field])}`)
    .join('；');
  if (detail === '') return;
  const line = { action: 'lawyer.updated', targetKind: 'lawyer', targetId: lawyerId, target } as const;
  await writeAudit({ actor, ...line, detail: `随个人档案更新：${detail}` }, t);
}

const masked = (field: ContactField, value: string) =>
  (field === 'email' ? maskEmail(value) : maskPhone(value)) || '（空）';
