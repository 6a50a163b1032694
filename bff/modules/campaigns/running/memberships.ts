import type { Transaction } from 'sequelize';
import { Campaign, CampaignMember } from '../model.ts';
import { isLate, type Progress } from '../rules.ts';
import { moveCount } from '../progress/move-count.ts';

/** Puts a locked member of a campaign where he or she is now. */
export async function progress(
  campaign: Campaign,
  member: CampaignMember,
  { state, doneAt }: Progress,
  t: Transaction,
): Promise<void> {
  const before = { firmId: member.firmId, state: member.state };
  await member.update({ state, doneAt, isLate: isLate(doneAt, campaign, member) }, { transaction: t });
  await moveCount(campaign.id, before, member, t);
}

interface Membership {
  campaign: Campaign;
  member: CampaignMember;
}

/** What a lawyer is asked for now: the campaigns first, so that none is closed meanwhile, then the rows; each by id. */
export async function lockMemberships(lawyerId: number, t: Transaction): Promise<Membership[]> {
  const known = await CampaignMember.findAll({ where: { lawyerId }, attributes: ['campaignId'], transaction: t });
  if (known.length === 0) return [];
  const running = await Campaign.findAll({
    where: { id: known.map(({ campaignId }) => campaignId), state: ['opening', 'open'] },
    order: ['id'],
    transaction: t,
    lock: t.LOCK.SHARE,
  });
  const memberships: Membership[] = [];
  for (const campaign of running) {
    const where = { campaignId: campaign.id, lawyerId };
    const member = await CampaignMember.findOne({ where, transaction: t, lock: t.LOCK.UPDATE });
    if (member) memberships.push({ campaign, member });
  }
  return memberships;
}
