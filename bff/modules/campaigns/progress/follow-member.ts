import type { Transaction } from 'sequelize';
import type { MemberChange } from '../../../events.ts';
import { follow, readMembership } from './follow.ts';

/** Follows a lawyer to another firm, or out of the association. */
export async function followMember({ subject }: MemberChange, t: Transaction): Promise<void> {
  if (subject.kind === 'lawyer') await follow(subject.id, await readMembership(subject.id, t), t);
}
