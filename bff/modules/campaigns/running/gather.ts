import { Op, type Transaction } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { judgeMembers } from '../../eligibility/judge-members.ts';
import { readDecidedAt } from '../../profiles/facts/read-state.ts';
import { Campaign, CampaignMember } from '../model.ts';
import { isLate, progressIn } from '../rules.ts';
import { ProfileProgress } from '../progress/model.ts';
import { addTo, ALL_FIRMS } from '../progress/move-count.ts';

/** Lawyers looked at in one transaction. */
const PIECE = 500;

/**
 * Writes down whom a campaign is for, among the next lawyers by id, and asks for the piece after that; with the last one
 * it is open. Asked again it goes on where it stopped, so that who joins the association later is found the next night.
 */
export async function gather(campaignId: number): Promise<void> {
  await transaction(async (t) => {
    const seen = await Campaign.findByPk(campaignId, { transaction: t });
    if (!seen) return;
    // Rows of progress first: a profile that moves meanwhile waits for them, and finds its row afterwards.
    const rows = await ProfileProgress.findAll({
      where: { lawyerId: { [Op.gt]: seen.gatheredTo } },
      order: ['lawyerId'],
      limit: PIECE,
      transaction: t,
      lock: t.LOCK.UPDATE,
    });
    const campaign = await Campaign.findByPk(campaignId, { transaction: t, lock: t.LOCK.UPDATE, rejectOnEmpty: true });
    const isOn = campaign.state === 'opening' || campaign.state === 'open';
    // Another worker has written this piece, or the campaign was closed.
    if (!isOn || campaign.gatheredTo !== seen.gatheredTo) return;
    const last = rows.at(-1)?.lawyerId;
    if (last !== undefined) await enter(campaign, rows, t);
    const isWhole = rows.length < PIECE;
    await campaign.update(
      { gatheredTo: last ?? campaign.gatheredTo, ...(isWhole && { state: 'open' as const }) },
      { transaction: t },
    );
    if (isWhole || last === undefined) return;
    await enqueue('gather-campaign', { campaignId }, { t, dedupeKey: `gather-campaign:${campaignId}:${last}` });
  });
}

async function enter(campaign: Campaign, lawyers: readonly ProfileProgress[], t: Transaction): Promise<void> {
  const members = lawyers.filter(({ isMember }) => isMember);
  const [judge] = await judgeMembers(
    {
      eligibilities: [campaign.eligibility],
      members: members.map(({ lawyerId }) => ({ kind: 'lawyer', id: lawyerId })),
      on: clock.today(),
    },
    t,
  );
  const chosen = members.filter(({ lawyerId }) => (judge?.({ kind: 'lawyer', id: lawyerId }) ?? []).length === 0);
  const decidedAt = await readDecidedAt(
    chosen.map(({ lawyerId }) => lawyerId),
    t,
  );
  const rows = chosen.map(({ lawyerId, firmId, state }) => {
    const profile = { state: state as 'untouched', decidedAt: decidedAt.get(lawyerId) ?? null };
    const progress = progressIn(campaign, { state: 'untouched', doneAt: null }, profile);
    // Whoever was done before the campaign opened is not late.
    const isLateNow = campaign.openedAt !== null && (progress.doneAt ?? 0) > campaign.openedAt;
    return {
      campaignId: campaign.id,
      lawyerId,
      firmId,
      ...progress,
      isLate: isLateNow && isLate(progress.doneAt, campaign, { dueOn: null }),
      dueOn: null,
      reason: '',
      grantedBy: '',
    };
  });
  await CampaignMember.bulkCreate(rows, { transaction: t });
  const sums = new Map<string, { firmId: number; state: (typeof rows)[number]['state']; by: number }>();
  for (const { firmId: own, state } of rows) {
    for (const firmId of [own, ALL_FIRMS]) {
      const key = `${firmId} ${state}`;
      sums.set(key, { firmId, state, by: (sums.get(key)?.by ?? 0) + 1 });
    }
  }
  // In the order in which everybody touches them (move-count.ts).
  const inOrder = [...sums.values()].sort((a, b) => b.firmId - a.firmId || (a.state < b.state ? -1 : 1));
  for (const count of inOrder) await addTo({ campaignId: campaign.id, ...count }, t);
}
