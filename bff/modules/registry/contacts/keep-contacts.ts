import type { Transaction } from 'sequelize';
import { CONTACT_FIELDS, type ContactField } from '../../../contract/activation/enums.ts';
import { bareNumber } from '../../../contract/phones.ts';
import { isMobile, maskEmail, maskPhone } from '../../../contract/text.ts';
import { clock } from '../../../platform/clock/clock.ts';
import type { LawyerActor, StaffActor } from '../../../actor.ts';
import { hasBeenOpened } from '../../accounts/member-account.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { ContactChange } from './contact-change-model.ts';
import { Firm } from '../model.ts';
import { keepFormerContact } from './former-contacts.ts';
import { idOf, tellMember, type Member } from './tell-member.ts';

/** Who has it changed: staff, or the lawyer in person, through the profile. */
type Asking = StaffActor | LawyerActor;
type Wanted = Partial<Record<ContactField, string>>;

/**
 * What to write of contacts, to which codes and notices go: the new one and since when, or, where it would open an account
 * that nobody has used yet, the old one, while the new one waits for a second person. Every contact from before is told in both
 * cases, the new one is not (members.md, Signing in).
 */
export async function keepContacts(
  change: { actor: Asking; member: Member; wanted: Wanted; target: string },
  t: Transaction,
): Promise<Wanted & { phoneChangedAt?: number; emailChangedAt?: number }> {
  const { actor, member, wanted } = change;
  const kept: Awaited<ReturnType<typeof keepContacts>> = {};
  for (const field of Object.keys(wanted) as ContactField[]) {
    const value = wanted[field] ?? '';
    if (value === member[field]) continue;
    // The same number written another way reaches the same people.
    if (field === 'phone' && bareNumber(value) === bareNumber(member.phone)) {
      kept.phone = value;
      continue;
    }
    const opens = field === 'email' ? value !== '' : isMobile(value);
    const waits = opens && (await opensUnused(member, field, t));
    if (waits) {
      await askSecondPerson({ ...change, field, value }, t);
      kept[field] = member[field];
    } else {
      kept[field] = value;
      kept[`${field}ChangedAt`] = clock.now();
      const was = { member: idOf(member), field, value: member[field], changedBy: actor.accountId };
      await keepFormerContact(was, t);
    }
    const detail = inWords({ actor, member, field, value, waits });
    await tellMember({ member, notice: 'contact_changed', detail, about: field }, t);
  }
  return kept;
}

/** Whether a contact may open an account that nobody has used: the member's own, or by mobile that of the firm he or she heads. */
async function opensUnused(member: Member, field: ContactField, t: Transaction): Promise<boolean> {
  if (member instanceof Firm) return !(await hasBeenOpened({ firmId: member.id }, t));
  if (!(await hasBeenOpened({ lawyerId: member.id }, t))) return true;
  if (field !== 'phone' || member.firmId === null) return false;
  const firm = await Firm.findByPk(member.firmId, { attributes: ['personInCharge'], transaction: t });
  return firm?.personInCharge === member.name && !(await hasBeenOpened({ firmId: member.firmId }, t));
}

async function askSecondPerson(
  asked: { actor: Asking; member: Member; field: ContactField; value: string; target: string },
  t: Transaction,
): Promise<void> {
  const { actor, member, field, value, target } = asked;
  const { kind: subjectKind, id: subjectId } = idOf(member);
  // The latest wish counts.
  await ContactChange.destroy({ where: { subjectKind, subjectId, field, state: 'waiting' }, transaction: t });
  await ContactChange.create(
    {
      subjectKind,
      subjectId,
      field,
      oldValue: member[field],
      newValue: value,
      state: 'waiting',
      askedBy: actor.accountId,
      askedByName: actor.name,
      askedAt: clock.now(),
      decidedByName: '',
      decidedAt: null,
    },
    { transaction: t },
  );
  await writeAudit(
    {
      actor,
      action: 'contact-change.asked',
      targetKind: subjectKind,
      targetId: subjectId,
      target,
      detail: `${CONTACT_FIELDS[field]}：${masked(field, member[field])} → ${masked(field, value)}`,
    },
    t,
  );
}

const masked = (field: ContactField, value: string) => (field === 'email' ? maskEmail(value) : maskPhone(value));

function inWords(change: {
  actor: Asking;
  member: Member;
  field: ContactField;
  value: string;
  waits: boolean;
}): string {
  const { actor, member, field, value, waits } = change;
  const words = `登记的${CONTACT_FIELDS[field]}由 ${masked(field, member[field]) || '空'} 改为 ${masked(field, value) || '空'}`;
  if (!waits) return `${words}。`;
  return actor.kind === 'staff'
    ? `工作人员申请将${words}，须另一人复核后生效。`
    : `本人申请将${words}，须工作人员复核后生效。`;
}
