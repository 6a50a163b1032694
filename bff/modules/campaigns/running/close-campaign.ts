import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { SYSTEM } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { Campaign } from '../model.ts';
import { loadCampaign } from '../policy.ts';

/** Ends a campaign: nothing moves in it any more, so the list of who has not done it is what it was on this day. */
async function close(campaign: Campaign, actor: StaffActor | null, t: Transaction): Promise<void> {
  await campaign.update(
    {
      state: 'closed',
      closedAt: clock.now(),
      closedBy: actor?.name ?? SYSTEM,
      isPriority: false,
      version: campaign.version + 1,
    },
    { transaction: t },
  );
  const line = { action: 'campaign.closed', targetKind: 'campaign', targetId: campaign.id } as const;
  await writeAudit({ actor, ...line, target: campaign.title }, t);
}

/** Before its last day, by staff. Throws `not_found`, `wrong_state`, `changed_meanwhile`. */
export async function closeCampaign(asked: { actor: StaffActor; id: number; version: number }): Promise<void> {
  await transaction(async (t) => {
    const campaign = await loadCampaign(asked.id, t);
    if (campaign.version !== asked.version) throw new AppError('changed_meanwhile');
    if (campaign.state !== 'open') throw new AppError('wrong_state', { message: '只有进行中的可以提前结束' });
    await close(campaign, asked.actor, t);
  });
}

/** Once its last day is over. */
export async function closeWhatIsOver(): Promise<void> {
  const open = await Campaign.findAll({ where: { state: 'open' }, order: ['id'] });
  for (const { id, graceUntil } of open) {
    if (graceUntil >= clock.today()) continue;
    await transaction(async (t) => {
      const campaign = await loadCampaign(id, t);
      if (campaign.state === 'open' && campaign.graceUntil < clock.today()) await close(campaign, null, t);
    });
  }
}
