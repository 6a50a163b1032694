import type { Transaction } from 'sequelize';
import type { MemberChange } from '../../../events.ts';
import { ProfileProgress } from '../progress/model.ts';
import { moveCount } from '../progress/move-count.ts';
import { lockMemberships } from './memberships.ts';

/** Campaigns follow a lawyer to another firm; who leaves the association is asked for nothing any more. */
export async function followMemberIn({ subject }: MemberChange, t: Transaction): Promise<void> {
  if (subject.kind !== 'lawyer') return;
  const progress = await ProfileProgress.findOne({ where: { lawyerId: subject.id }, transaction: t });
  for (const { campaign, member } of await lockMemberships(subject.id, t)) {
    const before = { firmId: member.firmId, state: member.state };
    if (!progress?.isMember) {
      await member.destroy({ transaction: t });
      await moveCount(campaign.id, before, null, t);
    } else if (progress.firmId !== member.firmId) {
      await member.update({ firmId: progress.firmId }, { transaction: t });
      await moveCount(campaign.id, before, member, t);
    }
  }
}
