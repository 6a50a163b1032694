import type { Transaction } from 'sequelize';
import { z } from 'zod';
import type { MemberActor } from '../../../actor.ts';
import { CAMPAIGN_KINDS, CAMPAIGN_PROGRESS } from '../../../contract/campaigns/enums.ts';
import type { OwnCampaign, OwnCampaigns, YearlyReview } from '../../../contract/campaigns/replies.ts';
import { day, oneOf } from '../../../contract/reply-parts.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select, transaction } from '../../../platform/db/database.ts';
import { flag } from '../../../platform/db/rows.ts';
import { confirmInForce, readRegistryChanges } from '../../profiles/changes/confirm-in-force.ts';
import { Campaign, CampaignMember } from '../model.ts';
import { progress } from '../running/memberships.ts';

const lawyerOf = (actor: MemberActor): number => {
  if (actor.kind !== 'lawyer') throw new AppError('not_found');
  return actor.lawyerId;
};

/** Campaigns under way that are for the actor; a firm has none. */
export async function listOwnCampaigns({ actor }: { actor: MemberActor }): Promise<OwnCampaigns> {
  if (actor.kind !== 'lawyer') return { items: [] };
  const rows = await select(
    ownRow,
    `SELECT c.id, c.title, c.kind, c.words, c.due_on AS dueOn, c.grace_until AS graceUntil, c.is_priority AS isPriority,
      m.state, m.due_on AS ownDueOn, m.is_late AS isLate
     FROM campaign_members m JOIN campaigns c ON c.id = m.campaign_id AND c.state = 'open'
     WHERE m.lawyer_id = ? ORDER BY m.id DESC`,
    [actor.lawyerId],
  );
  const items = rows.map(({ state, ownDueOn, isLate, isPriority, ...campaign }) =>
    present({ ...campaign, isPriority: isPriority === 1 }, { state, dueOn: ownDueOn, isLate: isLate === 1 }),
  );
  return { items };
}

const ownRow = z.strictObject({
  id: z.int(),
  title: z.string(),
  kind: oneOf(CAMPAIGN_KINDS),
  words: z.string(),
  dueOn: day,
  graceUntil: day,
  isPriority: flag,
  state: oneOf(CAMPAIGN_PROGRESS),
  /** The last day of a member who was given more time; null: the day of the campaign counts. */
  ownDueOn: day.nullable(),
  isLate: flag,
});

type Asked = Pick<Campaign, 'id' | 'title' | 'kind' | 'words' | 'dueOn' | 'graceUntil' | 'isPriority'>;

function present(campaign: Asked, member: Pick<CampaignMember, 'state' | 'dueOn' | 'isLate'>): OwnCampaign {
  const { id, title, kind, words, graceUntil, isPriority } = campaign;
  const dueOn = member.dueOn ?? campaign.dueOn;
  const { state } = member;
  const isOver = state !== 'approved' && state !== 'excused' && dueOn < clock.today();
  return { id, title, kind, words, dueOn, graceUntil, state, isLate: member.isLate || isOver, isPriority };
}

/** One of them, with what the registry says otherwise since the last approval. Throws `not_found`. */
export async function showYearlyReview({ actor, id }: { actor: MemberActor; id: number }): Promise<YearlyReview> {
  const lawyerId = lawyerOf(actor);
  const { campaign, member } = await loadOwn(lawyerId, id);
  const { version, state, registryChanges } = await readRegistryChanges(lawyerId);
  const isOwed = member.state === 'untouched' && campaign.kind === 'yearly';
  return {
    ...present(campaign, member),
    version,
    registryChanges,
    can: { confirm: isOwed && state === 'approved' },
  };
}

async function loadOwn(lawyerId: number, campaignId: number, t?: Transaction) {
  const lost = new AppError('not_found');
  const with_ = { transaction: t ?? null, rejectOnEmpty: lost };
  const where = { campaignId, lawyerId };
  const isOpen = { id: campaignId, state: 'open' as const };
  const campaign = await Campaign.findOne({ where: isOpen, ...with_, ...(t && { lock: t.LOCK.SHARE }) });
  const member = await CampaignMember.findOne({ where, ...with_, ...(t && { lock: t.LOCK.UPDATE }) });
  return { campaign, member };
}

/**
 * 确认无变化: the profile that is in force is what the member still says, so nobody has to review it. Said again it is the
 * same. Throws `not_found`, `wrong_state`, `changed_meanwhile`, `invalid_fields` where the registry says otherwise and that
 * was not looked at.
 */
export async function confirmUnchanged(asked: {
  actor: MemberActor;
  id: number;
  version: number;
  checkedRegistry: boolean;
}): Promise<void> {
  const { actor, id, version, checkedRegistry } = asked;
  const lawyerId = lawyerOf(actor);
  await transaction(async (t) => {
    const profile = await confirmInForce({ actor, lawyerId, version, checkedRegistry }, t);
    const { campaign, member } = await loadOwn(lawyerId, id, t);
    if (campaign.kind !== 'yearly') throw new AppError('wrong_state', { message: '本次须提交信息补全' });
    if (member.state === 'approved' || member.state === 'excused') return;
    await profile.note();
    await progress(campaign, member, { state: 'approved', doneAt: clock.now() }, t);
  });
}
