import type { Transaction } from 'sequelize';
import type { Events } from '../../../events.ts';
import { readProfileProgress } from '../../profiles/facts/read-state.ts';
import { progressIn } from '../rules.ts';
import { lockMemberships, progress } from './memberships.ts';

/** Campaigns under way follow a profile into another state. Its row of progress is locked before (follow-profile.ts). */
export async function followProfileIn({ lawyerId }: Events['profile.moved'], t: Transaction): Promise<void> {
  const profile = await readProfileProgress(lawyerId, t);
  for (const { campaign, member } of await lockMemberships(lawyerId, t)) {
    await progress(campaign, member, progressIn(campaign, member, profile), t);
  }
}
