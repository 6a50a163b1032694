import { Op, type Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import type { CampaignInput } from '../../../contract/campaigns/schemas.ts';
import type { FieldFaults } from '../../../contract/errors.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { begin } from '../running/run-campaigns.ts';
import { Campaign } from '../model.ts';
import { loadCampaign } from '../policy.ts';

/** Writes a campaign as a draft; answers its id. Throws `invalid_fields`. */
export async function createCampaign({ actor, input }: { actor: StaffActor; input: CampaignInput }): Promise<number> {
  return transaction(async (t) => {
    await refuseSecondPriority(null, input, t);
    const { id } = await Campaign.create(
      {
        ...input,
        state: 'draft',
        gatheredTo: 0,
        digestedOn: null,
        digestedTo: 0,
        createdBy: actor.name,
        createdAt: clock.now(),
        openedAt: null,
        closedAt: null,
        closedBy: '',
        version: 1,
      },
      { transaction: t },
    );
    const line = { action: 'campaign.created', targetKind: 'campaign', targetId: id, target: input.title } as const;
    await writeAudit({ actor, ...line }, t);
    return id;
  });
}

/**
 * Changes a campaign: a draft, or one that waits for its day, in everything; one that has begun in what it says and in its
 * deadlines. Throws `not_found`, `wrong_state`, `changed_meanwhile`, `invalid_fields`.
 */
export async function updateCampaign(asked: {
  actor: StaffActor;
  id: number;
  input: CampaignInput & { version: number };
}): Promise<void> {
  const { actor, id, input } = asked;
  const { version, ...columns } = input;
  await transaction(async (t) => {
    const campaign = await loadCampaign(id, t);
    if (campaign.state === 'closed') throw new AppError('wrong_state', { message: '已结束的不能修改' });
    if (campaign.version !== version) throw new AppError('changed_meanwhile');
    if (campaign.openedAt !== null) refuseOtherPeople(campaign, columns);
    await refuseSecondPriority(id, columns, t);
    const before = daysOf(campaign);
    await campaign.update({ ...columns, version: version + 1 }, { transaction: t });
    const after = daysOf(campaign);
    const line = { action: 'campaign.updated', targetKind: 'campaign', targetId: id, target: campaign.title } as const;
    await writeAudit({ actor, ...line, detail: before === after ? '' : `${before}改为${after}` }, t);
  });
}

const daysOf = ({ opensOn, dueOn, graceUntil }: Campaign): string => `${opensOn}至${dueOn}，逾期受理到${graceUntil}`;

/** Refuses to change whom a campaign is for, and what it asks, after it began: its members were written down then. */
function refuseOtherPeople(campaign: Campaign, input: CampaignInput): void {
  const fields: FieldFaults = {};
  if (input.kind !== campaign.kind) fields['kind'] = '已经开始，内容不能改';
  if (input.opensOn !== campaign.opensOn) fields['opensOn'] = '已经开始，开始日期不能改';
  if (JSON.stringify(input.eligibility) !== JSON.stringify(campaign.eligibility)) {
    fields['eligibility'] = '已经开始，范围不能改';
  }
  if (input.graceUntil < clock.today()) fields['graceUntil'] = '不能早于今天；要结束的，请点“提前结束”';
  if (Object.keys(fields).length > 0) throw new AppError('invalid_fields', { fields });
}

/** The home page of a member has room for one task: nobody is asked for two at a time. */
async function refuseSecondPriority(id: number | null, input: CampaignInput, t: Transaction): Promise<void> {
  if (!input.isPriority) return;
  const others = await Campaign.findAll({
    where: {
      isPriority: true,
      state: { [Op.ne]: 'closed' },
      opensOn: { [Op.lte]: input.graceUntil },
      graceUntil: { [Op.gte]: input.opensOn },
      ...(id !== null && { id: { [Op.ne]: id } }),
    },
    transaction: t,
  });
  const sameAudience = ({ eligibility }: Campaign) =>
    eligibility === null ||
    input.eligibility === null ||
    JSON.stringify(eligibility) === JSON.stringify(input.eligibility);
  const other = others.find(sameAudience);
  if (!other) return;
  const fault = `同一时间、同一范围已有首页提示“${other.title}”，请先取消其中一项`;
  throw new AppError('invalid_fields', { fields: { isPriority: fault } });
}

/** Has it begin on its day, today if that has come. Throws `not_found`, `wrong_state`, `changed_meanwhile`, `invalid_fields`. */
export async function startCampaign(asked: { actor: StaffActor; id: number; version: number }): Promise<void> {
  const { actor, id, version } = asked;
  await transaction(async (t) => {
    const campaign = await loadCampaign(id, t);
    if (campaign.version !== version) throw new AppError('changed_meanwhile');
    if (campaign.state !== 'draft') throw new AppError('wrong_state', { message: '已经开始或结束' });
    if (campaign.dueOn < clock.today()) {
      throw new AppError('invalid_fields', { message: '截止日期已过，请先修改', fields: { dueOn: '截止日期已过' } });
    }
    await campaign.update({ state: 'scheduled', version: version + 1 }, { transaction: t });
    const line = { action: 'campaign.started', targetKind: 'campaign', targetId: id, target: campaign.title } as const;
    await writeAudit({ actor, ...line, detail: `自${campaign.opensOn}起` }, t);
  });
  await begin(id);
}
