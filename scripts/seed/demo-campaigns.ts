import { addDays, startOfShanghaiDay, HOUR_MS, toShanghaiDate } from '../../bff/contract/dates.ts';
import type { CampaignInput } from '../../bff/contract/campaigns/schemas.ts';
import { Campaign, CampaignMember } from '../../bff/modules/campaigns/model.ts';
import { createCampaign, startCampaign } from '../../bff/modules/campaigns/office/enter-campaign.ts';
import { delayMembers, excuseMembers } from '../../bff/modules/campaigns/office/grant.ts';
import { closeWhatIsOver } from '../../bff/modules/campaigns/running/close-campaign.ts';
import { gather } from '../../bff/modules/campaigns/running/gather.ts';
import { Firm } from '../../bff/modules/registry/model.ts';
import { clock, freezeClock, releaseClock } from '../../bff/platform/clock/clock.ts';
import { staffOf } from './demo-actors.ts';
import { demoFirm, NEWCOMER_LAWYER, WAITING_LAWYER } from './demo-data.ts';

/**
 * Campaigns of the demo association: one of the year before, closed; one of a firm whose deadline is over, with somebody who
 * was late; one under way, on the home page; one that waits for its day; one in draft.
 */
export async function seedDemoCampaigns(): Promise<boolean> {
  if ((await Campaign.count()) > 0) return false;
  const actor = await staffOf('registrar');
  const today = toShanghaiDate(clock.now());
  const year = Number(today.slice(0, 4));
  type Entered = Omit<CampaignInput, 'words' | 'eligibility'> & Partial<CampaignInput>;
  const enter = (input: Entered) =>
    createCampaign({ actor, input: { words: '请核对本人信息，有变化的先申请变更。', eligibility: null, ...input } });
  try {
    const before = addDays(today, -330);
    const at = (on: string) => freezeClock(startOfShanghaiDay(on) + 10 * HOUR_MS);
    at(before);
    const last = await enter({
      title: `${year - 1}年度信息补全`,
      kind: 'completion',
      opensOn: before,
      dueOn: addDays(before, 30),
      graceUntil: addDays(before, 40),
      isPriority: false,
    });
    await run(last);
    // The profiles of today were approved today; a year ago their lawyers were done while it ran, the first of them late.
    const done = await CampaignMember.findAll({ where: { campaignId: last, state: 'approved' }, order: ['id'] });
    for (const [place, member] of done.entries()) {
      const doneAt = startOfShanghaiDay(addDays(before, place === 0 ? 35 : 10)) + 10 * HOUR_MS;
      await member.update({ doneAt, isLate: place === 0 });
    }
    at(addDays(before, 41));
    await closeWhatIsOver();

    const { licenceNo } = demoFirm('qingming');
    const { id: firmId } = await Firm.findOne({ where: { licenceNo }, rejectOnEmpty: true });
    at(addDays(today, -30));
    const overdue = await enter({
      title: '江海清鸣律师事务所档案补录',
      kind: 'completion',
      eligibility: { atom: 'firm', in: [firmId] },
      opensOn: addDays(today, -30),
      dueOn: addDays(today, -1),
      graceUntil: addDays(today, 14),
      isPriority: false,
    });
    await run(overdue);
  } finally {
    releaseClock();
  }
  const now = await enter({
    title: `${year}年度信息核对`,
    kind: 'yearly',
    opensOn: today,
    dueOn: addDays(today, 21),
    graceUntil: addDays(today, 35),
    isPriority: true,
  });
  await run(now);
  const of = (licenceNo: string, reason: string) => ({ licenceNos: [licenceNo], firmId: null, reason });
  await delayMembers({
    actor,
    id: now,
    input: { ...of(WAITING_LAWYER.licenceNo, '出差在外，月底返回'), dueOn: addDays(today, 30) },
  });
  await excuseMembers({ actor, id: now, input: of(NEWCOMER_LAWYER.licenceNo, '长期病假，返岗后补办') });
  const next = await enter({
    title: '公司律师、公职律师信息核对',
    kind: 'yearly',
    eligibility: { atom: 'category', in: ['company', 'government'] },
    opensOn: addDays(today, 60),
    dueOn: addDays(today, 90),
    graceUntil: addDays(today, 100),
    isPriority: false,
  });
  await startCampaign({ actor, id: next, version: 1 });
  await enter({
    title: `${year + 1}年度信息核对`,
    kind: 'yearly',
    opensOn: addDays(today, 330),
    dueOn: addDays(today, 360),
    graceUntil: addDays(today, 375),
    isPriority: true,
  });
  return true;

  async function run(id: number): Promise<void> {
    await startCampaign({ actor, id, version: 1 });
    await gather(id);
    if ((await CampaignMember.count({ where: { campaignId: id } })) === 0) throw new Error('a campaign for nobody');
  }
}
