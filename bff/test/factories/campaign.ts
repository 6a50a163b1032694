import type { CampaignInput } from '../../contract/campaigns/schemas.ts';
import { Campaign, CampaignMember } from '../../modules/campaigns/model.ts';
import { createCampaign, startCampaign } from '../../modules/campaigns/office/enter-campaign.ts';
import { gather } from '../../modules/campaigns/running/gather.ts';
import { clock } from '../../platform/clock/clock.ts';
import { addDays } from '../../contract/dates.ts';
import { staffActor } from './registry.ts';

/** Campaigns, by the acts themselves. */

export const campaignInput = (more: Partial<CampaignInput> = {}): CampaignInput => ({
  title: '2026年度信息补全',
  kind: 'completion',
  words: '请于截止日期前完成。',
  eligibility: null,
  opensOn: clock.today(),
  dueOn: addDays(clock.today(), 30),
  graceUntil: addDays(clock.today(), 45),
  isPriority: false,
  ...more,
});

export async function makeCampaign(more: Partial<CampaignInput> = {}): Promise<Campaign> {
  const id = await createCampaign({ actor: staffActor('registrar'), input: campaignInput(more) });
  return Campaign.findByPk(id, { rejectOnEmpty: true });
}

/** One that is under way: everybody whom it is for is written down. */
export async function openCampaign(more: Partial<CampaignInput> = {}): Promise<Campaign> {
  const campaign = await makeCampaign(more);
  await startCampaign({ actor: staffActor('registrar'), id: campaign.id, version: campaign.version });
  for (let pieces = 0; pieces < 1_000; pieces++) {
    await gather(campaign.id);
    await campaign.reload();
    if (campaign.state === 'open') return campaign;
  }
  throw new Error('a campaign did not open');
}

/** A 年度核对 that is for this lawyer. */
export async function yearlyFor(lawyerId: number): Promise<Campaign> {
  const campaign = await openCampaign({ kind: 'yearly' });
  await CampaignMember.findOne({ where: { campaignId: campaign.id, lawyerId }, rejectOnEmpty: true });
  return campaign;
}
