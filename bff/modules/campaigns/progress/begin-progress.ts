import type { Transaction } from 'sequelize';
import type { Events } from '../../../events.ts';
import { countedAs, readMembership } from './follow.ts';
import { ProfileProgress } from './model.ts';
import { EVERYBODY, moveCount } from './move-count.ts';

/** A lawyer who is new is counted among those who have not begun. */
export async function beginProgress({ lawyerId }: Events['lawyer.entered'], t: Transaction): Promise<void> {
  const begun = { state: 'untouched', ...(await readMembership(lawyerId, t)) } as const;
  await ProfileProgress.create({ lawyerId, ...begun }, { transaction: t });
  await moveCount(EVERYBODY, null, countedAs(begun), t);
}
