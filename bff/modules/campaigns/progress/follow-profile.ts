import type { Transaction } from 'sequelize';
import type { Events } from '../../../events.ts';
import { readProfileProgress } from '../../profiles/facts/read-state.ts';
import { follow } from './follow.ts';

/** Follows a profile into another state. */
export async function followProfile({ lawyerId }: Events['profile.moved'], t: Transaction): Promise<void> {
  const { state } = await readProfileProgress(lawyerId, t);
  await follow(lawyerId, { state }, t);
}
