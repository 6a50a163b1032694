import type { Transaction } from 'sequelize';
import { CONTACT_FIELDS, type ContactField } from '../../../contract/activation/enums.ts';
import { isMobile, maskEmail, maskPhone } from '../../../contract/text.ts';
import { clock } from '../../../platform/clock/clock.ts';
import type { StaffActor } from '../../../actor.ts';
import { hasBeenOpened } from '../../accounts/member-account.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { sendNotice } from '../../outbox/send-notice.ts';
import { ContactChange } from './contact-change-model.ts';
import { Firm, type Lawyer } from '../model.ts';

/** A member whose row is locked and about to be written. */
type Member = Firm | Lawyer;
type Wanted = Partial<Record<ContactField, string>>;

/**
 * What to write of contacts that could open an account (a lawyer's mobile; a firm's mobile and address, to which its
 * code goes): the new one and since when, or, for an account that nobody has used yet, the old one, while the new one
 * waits for a second person. The old one is told in both cases (members.md, Signing in).
 */
export async function keepContacts(
  change: { actor: StaffActor; member: Member; wanted: Wanted; target: string },
  t: Transaction,
): Promise<Wanted & { phoneChangedAt?: number; emailChangedAt?: number }> {
  const { member, wanted } = change;
  const kept: Awaited<ReturnType<typeof keepContacts>> = {};
  for (const field of Object.keys(wanted) as ContactField[]) {
    const value = wanted[field] ?? '';
    if (value === member[field]) continue;
    const opens = field === 'email' ? value !== '' : isMobile(value);
    const waits = opens && !(await hasBeenOpened(ownerOf(member), t));
    if (waits) {
      await askSecondPerson({ ...change, field, value }, t);
      kept[field] = member[field];
    } else {
      kept[field] = value;
      kept[`${field}ChangedAt`] = clock.now();
    }
    await tellOldContact({ member, field, value, waits }, t);
  }
  return kept;
}

const kindOf = (member: Member) => (member instanceof Firm ? 'firm' : 'lawyer');
const ownerOf = (member: Member) => (member instanceof Firm ? { firmId: member.id } : { lawyerId: member.id });

async function askSecondPerson(
  asked: { actor: StaffActor; member: Member; field: ContactField; value: string; target: string },
  t: Transaction,
): Promise<void> {
  const { actor, member, field, value, target } = asked;
  const [subjectKind, subjectId] = [kindOf(member), member.id] as const;
  // The latest wish counts.
  await ContactChange.destroy({ where: { subjectKind, subjectId, field, state: 'waiting' }, transaction: t });
  await ContactChange.create(
    {
      ...{ subjectKind, subjectId, field, oldValue: member[field], newValue: value, state: 'waiting' },
      ...{ askedBy: actor.accountId, askedByName: actor.name, askedAt: clock.now(), decidedByName: '' },
      decidedAt: null,
    },
    { transaction: t },
  );
  await writeAudit(
    {
      ...{ actor, action: 'contact-change.asked', targetKind: subjectKind, targetId: subjectId, target },
      detail: `${CONTACT_FIELDS[field]}：${masked(field, member[field])} → ${masked(field, value)}`,
    },
    t,
  );
}

const masked = (field: ContactField, value: string) => (field === 'email' ? maskEmail(value) : maskPhone(value));

async function tellOldContact(
  change: { member: Member; field: ContactField; value: string; waits: boolean },
  t: Transaction,
): Promise<void> {
  const { member, field, value, waits } = change;
  const contacts = { phones: field === 'phone' ? [member.phone] : [], emails: [member.email] };
  const words = `登记的${CONTACT_FIELDS[field]}由 ${masked(field, member[field]) || '空'} 改为 ${masked(field, value) || '空'}`;
  const detail = waits ? `工作人员申请将${words}，须另一人复核后生效。` : `${words}。`;
  await sendNotice({ contacts, name: member.name, notice: 'contact_changed', detail }, t);
}
