import type { Transaction } from 'sequelize';
import { publish, type MemberChange } from '../../../events.ts';

type Changed = Pick<MemberChange, 'fact' | 'before' | 'effectiveOn'> & {
  label: string;
  after: string;
  /** Where before and after are keys: as staff read them. */
  shown?: { before: string; after: string };
};

/** Says which facts of a firm or a lawyer are otherwise now, one by one; what is the same is none. */
export async function publishChanges(
  change: { subject: MemberChange['subject']; by: string; facts: Changed[] },
  t: Transaction,
): Promise<void> {
  const { subject, by } = change;
  for (const { fact, before, after, effectiveOn, label, shown = { before, after } } of change.facts) {
    if (before === after) continue;
    const words = `${label}：${shown.before || '（空）'}→${shown.after || '（空）'}`;
    await publish('member.changed', { subject, fact, before, effectiveOn, words, by, recordId: null }, t);
  }
}
