import { addDays, startOfShanghaiDay, HOUR_MS, toShanghaiDate } from '../../bff/contract/dates.ts';
import type { CampaignInput } from '../../bff/contract/campaigns/schemas.ts';
import { Campaign, CampaignMember } from '../../bff/modules/campaigns/model.ts';
import { createCampaign, startCampaign } from '../../bff/modules/campaigns/office/enter-campaign.ts';
import { delayMembers, excuseMembers } from '../../bff/modules/campaigns/office/grant.ts';
import { closeWhatIsOver } from '../../bff/modules/campaigns/running/close-campaign.ts';
import { gather } from '../../bff/modules/campaigns/running/gather.ts';
import { clock, freezeClock, releaseClock } from '../../bff/platform/clock/clock.ts';
import { staffOf } from './demo-actors.ts';
import { NEWCOMER_LAWYER, WAITING_LAWYER } from './demo-data.ts';

/** Campaigns of the demo association: one of the year before, closed; one under way, on the home page; one in draft. */
export async function seedDemoCampaigns(): Promise<boolean> {
  if ((await Campaign.count()) > 0) return false;
  const actor = await staffOf('registrar');
  const today = toShanghaiDate(clock.now());
  const year = Number(today.slice(0, 4));
  const enter = (input: Omit<CampaignInput, 'words' | 'eligibility'>) =>
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
    at(addDays(before, 41));
    await closeWhatIsOver();
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
