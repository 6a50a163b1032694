import type { Transaction } from 'sequelize';
import { MEMBER_CHANGE_DAYS } from '../../contract/activation/enums.ts';
import { DAY_MS } from '../../contract/dates.ts';
import type { MemberId } from '../../subject.ts';
import { wasAgreed } from '../registry/contacts/decide-contact-change.ts';
import { readLastChange } from '../registry/contacts/former-contacts.ts';
import { readUnconfirmed } from '../registry/contacts/member-changes.ts';
import { findHead, loadMember } from '../registry/contacts/opening-contacts.ts';

/**
 * Whether a firm is opened through a head behind whom one of the staff alone could be: entered, renamed, moved or taken back
 * into practice when the firm had long been there, or with a mobile that one person changed since; and who that is. Who makes up a
 * lawyer of that name, or makes another one the head, with a mobile of his own, would be in. Those who were entered with
 * their firm are its first data. null: nothing of that, or no firm.
 */
export async function doubtHead(
  member: MemberId,
  t: Transaction,
): Promise<{ reason: 'entered' | 'change'; by: number } | null> {
  if (member.kind !== 'firm') return null;
  const head = await findHead(member.id, { transaction: t });
  if (!head) return null;
  const { createdAt } = await loadMember(member, t);
  const after = createdAt + MEMBER_CHANGE_DAYS * DAY_MS;
  const lawyer = { kind: 'lawyer', id: head.id } as const;
  const mobile = await readLastChange(lawyer, 'phone', t);
  const changes = await readUnconfirmed(lawyer, { after, fields: ['entered', 'placed'] }, t);
  const own = mobile !== null && mobile.changedAt > after && !(await wasAgreed(lawyer, 'phone', head.phone, t));
  // Kept with the hold, as the head may be moved away again: before all who has entered the mobile.
  const by = own ? mobile.changedBy : changes.at(-1)?.changedBy;
  if (by === undefined) return null;
  return { reason: changes.some(({ field }) => field === 'entered') ? 'entered' : 'change', by };
}
