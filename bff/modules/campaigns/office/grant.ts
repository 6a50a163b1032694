import { Op, type Transaction, type WhereOptions } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { SETTLED } from '../../../contract/campaigns/enums.ts';
import type { GrantedMembers } from '../../../contract/campaigns/replies.ts';
import type { DelayMembersParsed, ExcuseMembersParsed } from '../../../contract/campaigns/schemas.ts';
import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { findByLicences } from '../../registry/facts/find-by-licence.ts';
import type { Campaign } from '../model.ts';
import { CampaignMember } from '../model.ts';
import { loadCampaign } from '../policy.ts';
import { isLate } from '../rules.ts';
import { progress } from '../running/memberships.ts';

interface Asked<Input> {
  actor: StaffActor;
  id: number;
  input: Input;
}

/** 延期: a deadline of their own, not after the day on which it ends. Throws `not_found`, `wrong_state`, `invalid_fields`. */
export async function delayMembers({ actor, id, input }: Asked<DelayMembersParsed>): Promise<GrantedMembers> {
  return grant({ actor, id, input, action: 'campaign.delayed' }, async (campaign, member, t) => {
    if (input.dueOn <= campaign.dueOn) {
      throw new AppError('invalid_fields', { fields: { dueOn: `应晚于截止日期${campaign.dueOn}` } });
    }
    if (input.dueOn > campaign.graceUntil) {
      const fault = `不能晚于逾期受理截止日期${campaign.graceUntil}；需要更晚的，请先修改活动`;
      throw new AppError('invalid_fields', { fields: { dueOn: fault } });
    }
    const own = { dueOn: input.dueOn };
    const granted = { ...own, reason: input.reason, grantedBy: actor.name };
    await member.update({ ...granted, isLate: isLate(member.doneAt, campaign, own) }, { transaction: t });
  });
}

/** 豁免: nothing is asked of them any more. Throws `not_found`, `wrong_state`. */
export async function excuseMembers({ actor, id, input }: Asked<ExcuseMembersParsed>): Promise<GrantedMembers> {
  return grant({ actor, id, input, action: 'campaign.excused' }, async (campaign, member, t) => {
    await member.update({ reason: input.reason, grantedBy: actor.name }, { transaction: t });
    await progress(campaign, member, { state: 'excused', doneAt: null }, t);
  });
}

/** Does it to everybody named who has something left to do; says which numbers are of nobody whom it is for. */
async function grant(
  asked: Asked<ExcuseMembersParsed> & { action: 'campaign.delayed' | 'campaign.excused' },
  apply: (campaign: Campaign, member: CampaignMember, t: Transaction) => Promise<void>,
): Promise<GrantedMembers> {
  const { actor, id, input, action } = asked;
  const { licenceNos, firmId, reason } = input;
  return transaction(async (t) => {
    const campaign = await loadCampaign(id, t);
    if (campaign.state !== 'open') throw new AppError('wrong_state', { message: '只有进行中的可以延期、豁免' });
    const numbers = [...new Set(licenceNos)];
    const lawyers = await findByLicences(numbers, t);
    const named = await CampaignMember.findAll({
      where: { campaignId: id, lawyerId: [...lawyers.values()] },
      attributes: ['lawyerId'],
      transaction: t,
    });
    const known = new Set(named.map(({ lawyerId }) => lawyerId));
    const unknown = numbers.filter((number) => !known.has(lawyers.get(number) ?? 0));
    const whom: WhereOptions[] = [{ lawyerId: [...known] }, ...(firmId === null ? [] : [{ firmId }])];
    const members = await CampaignMember.findAll({
      where: { campaignId: id, state: { [Op.notIn]: [...SETTLED] }, [Op.or]: whom },
      order: ['lawyerId'],
      transaction: t,
      lock: t.LOCK.UPDATE,
    });
    for (const member of members) await apply(campaign, member, t);
    const detail = `${members.length}名；理由：${reason}`;
    await writeAudit({ actor, action, targetKind: 'campaign', targetId: id, target: campaign.title, detail }, t);
    return { changed: members.length, unknown };
  });
}
