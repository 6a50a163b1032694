import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import '../../models.ts';
import {
  campaignEndpoints as campaigns,
  type OwnCampaigns,
  type YearlyReview,
} from '../../contract/campaigns/endpoints.ts';
import { clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { makeCampaign, openCampaign } from '../../test/factories/campaign.ts';
import { lawyerActor, makeSubmitted, saveRows } from '../../test/factories/profiles/profile.ts';
import { makeFirm, makeLawyer, staffActor } from '../../test/factories/registry.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { AuditEntry } from '../audit/model.ts';
import { InboxEntry } from '../notifications/model.ts';
import { installShippedHolidays } from '../office-hours/install-years.ts';
import { decideProfile } from '../profiles/review/decide-profile.ts';
import { Profile, ProfileSnapshot } from '../profiles/model.ts';
import { submittedSections } from '../profiles/submitting/changes.ts';
import { Lawyer, type Firm } from '../registry/model.ts';
import { Campaign, CampaignMember, CampaignReminder } from './model.ts';
import { digest } from './reminding/digest.ts';
import { remind } from './reminding/remind.ts';
import { closeWhatIsOver } from './running/close-campaign.ts';
import { gather } from './running/gather.ts';
import { runCampaigns } from './running/run-campaigns.ts';
import { ProfileCount } from './progress/model.ts';

useDatabase();
const api = useApi();
beforeAll(installShippedHolidays);

let firm: Firm;
let lawyer: Lawyer;
beforeEach(async () => {
  freezeClock('2026-12-01T10:00:00+08:00');
  firm = await makeFirm();
  lawyer = await makeLawyer({ firmId: firm.id });
});
afterEach(async () => {
  releaseClock();
  await CampaignReminder.destroy({ where: {} });
  await CampaignMember.destroy({ where: {} });
  await Campaign.destroy({ where: {} });
  await InboxEntry.destroy({ where: {} });
});

/** For the firm of this test alone. */
const ofFirm = () => ({ eligibility: { atom: 'firm' as const, in: [firm.id] } });
const member = (campaign: Campaign, id = lawyer.id) =>
  CampaignMember.findOne({ where: { campaignId: campaign.id, lawyerId: id }, rejectOnEmpty: true });
const counts = async ({ id }: Campaign, firmId = -1) => {
  const rows = await ProfileCount.findAll({ where: { campaignId: id, firmId } });
  return Object.fromEntries(rows.filter(({ n }) => n !== 0).map(({ state, n }) => [state, n]));
};
async function approve(lawyerId = lawyer.id) {
  await makeSubmitted(lawyerId);
  const { id, snapshotId } = await Profile.findOne({ where: { lawyerId }, rejectOnEmpty: true });
  const snapshot = await ProfileSnapshot.findByPk(snapshotId ?? 0, { rejectOnEmpty: true });
  const decisions = submittedSections(snapshot).map((section) => ({ section, verdict: 'pass' as const, opinion: '' }));
  await decideProfile({ actor: staffActor('registrar'), id, input: { snapshotId: snapshot.id, decisions } });
}
const own = async () =>
  (await api.call(campaigns.listOwnCampaigns, { as: await memberToken({ lawyerId: lawyer.id }) }))
    .json as unknown as OwnCampaigns;
const reminders = ({ id }: Campaign) => CampaignReminder.findAll({ where: { campaignId: id }, order: ['id'] });

describe('whom a campaign is for', () => {
  test('is written down when it begins, counted once, and follows each of them', async () => {
    const other = await makeLawyer();
    const campaign = await openCampaign(ofFirm());
    expect(await counts(campaign)).toEqual({ untouched: 1 });
    expect(await CampaignMember.count({ where: { campaignId: campaign.id, lawyerId: other.id } })).toBe(0);
    await saveRows(await lawyerActor(lawyer.id), 'work', []);
    expect(await counts(campaign)).toEqual({ filling: 1 });
    await approve();
    expect(await counts(campaign)).toEqual({ approved: 1 });
    expect(await member(campaign)).toMatchObject({ state: 'approved', isLate: false });
  });

  test('finds who joined since, the next night, and nobody twice', async () => {
    const campaign = await openCampaign(ofFirm());
    const late = await makeLawyer({ firmId: firm.id });
    await gather(campaign.id);
    await gather(campaign.id);
    expect(await member(campaign, late.id)).toMatchObject({ state: 'untouched' });
    expect(await counts(campaign, firm.id)).toEqual({ untouched: 2 });
  });

  test('begins on its day, not before', async () => {
    const campaign = await makeCampaign({ ...ofFirm(), opensOn: '2026-12-03', dueOn: '2026-12-20' });
    const as = await staffToken('registrar');
    const body = { version: campaign.version };
    await api.call(campaigns.startCampaign, { as, params: { id: String(campaign.id) }, body });
    await runCampaigns();
    expect(await campaign.reload()).toMatchObject({ state: 'scheduled' });
    freezeClock('2026-12-03T00:10:00+08:00');
    await runCampaigns();
    expect(await campaign.reload()).toMatchObject({ state: 'opening' });
  });
});

describe('年度核对', () => {
  const review = async (campaign: Campaign) =>
    (
      await api.call(campaigns.showYearlyReview, {
        as: await memberToken({ lawyerId: lawyer.id }),
        params: { id: String(campaign.id) },
      })
    ).json as unknown as YearlyReview;
  const confirm = async (campaign: Campaign, body: { version: number; checkedRegistry: boolean }) =>
    api.call(campaigns.confirmUnchanged, {
      as: await memberToken({ lawyerId: lawyer.id }),
      params: { id: String(campaign.id) },
      body,
    });

  test('is done in one tap, by the machine, where nothing changed', async () => {
    await approve();
    freezeClock('2026-12-02T10:00:00+08:00');
    const campaign = await openCampaign({ ...ofFirm(), kind: 'yearly' });
    const shown = await review(campaign);
    expect(shown).toMatchObject({ state: 'untouched', registryChanges: [], can: { confirm: true } });
    expect((await confirm(campaign, { version: shown.version, checkedRegistry: false })).status).toBe(200);
    expect(await counts(campaign)).toEqual({ approved: 1 });
    expect((await own()).items[0]).toMatchObject({ state: 'approved' });
    // Said again it is the same, once in the log.
    expect((await confirm(campaign, { version: shown.version, checkedRegistry: false })).status).toBe(200);
    const { id } = await Profile.findOne({ where: { lawyerId: lawyer.id }, rejectOnEmpty: true });
    expect(await AuditEntry.count({ where: { action: 'profile.yearly-confirmed', targetId: id } })).toBe(1);
  });

  test('asks to look at what the registry says otherwise, before it takes a word for it', async () => {
    await approve();
    freezeClock('2026-12-02T10:00:00+08:00');
    const campaign = await openCampaign({ ...ofFirm(), kind: 'yearly' });
    await Lawyer.update({ firmId: (await makeFirm()).id }, { where: { id: lawyer.id } });
    const shown = await review(campaign);
    expect(shown.registryChanges).toMatchObject([{ label: '执业机构', before: firm.name }]);
    const refused = await confirm(campaign, { version: shown.version, checkedRegistry: false });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.json)).toContain('执业机构已变更，请先核对此项');
    expect((await confirm(campaign, { version: shown.version, checkedRegistry: true })).status).toBe(200);
  });

  test('takes no word for what another version says, or for what was never approved', async () => {
    const campaign = await openCampaign({ ...ofFirm(), kind: 'yearly' });
    expect((await confirm(campaign, { version: 0, checkedRegistry: true })).status).toBe(409);
    await approve();
    expect((await confirm(campaign, { version: 1, checkedRegistry: true })).json).toMatchObject({
      error: { code: 'changed_meanwhile' },
    });
  });
});

describe('reminders', () => {
  const morning = (day: string) => {
    freezeClock(`${day}T09:30:00+08:00`);
    return day;
  };
  const send = (campaign: Campaign, day: string) => remind({ campaignId: campaign.id, after: 0, day });

  test('go to who has something left to do, once a step, and stop when it is done', async () => {
    const done = await makeLawyer({ firmId: firm.id });
    const campaign = await openCampaign({ ...ofFirm(), dueOn: '2026-12-15', graceUntil: '2026-12-20' });
    await approve(done.id);
    const day = morning('2026-12-08');
    await send(campaign, day);
    await send(campaign, day);
    expect((await reminders(campaign)).map(({ lawyerId, step }) => [lawyerId, step])).toEqual([[lawyer.id, 'd7']]);
    const [line] = await InboxEntry.findAll({ where: { memberKind: 'lawyer', event: 'campaign_reminder' } });
    expect(line).toMatchObject({ memberId: lawyer.id, page: 'profile' });
    expect(line?.body).toContain('将于2026-12-15截止，还有7天');
    await makeSubmitted(lawyer.id);
    await send(campaign, morning('2026-12-15'));
    // What waits for the association is nothing to remind a lawyer of.
    expect(await reminders(campaign)).toHaveLength(1);
  });

  test('who becomes done between the list and the reminder is left alone', async () => {
    const campaign = await openCampaign({ ...ofFirm(), dueOn: '2026-12-15', graceUntil: '2026-12-20' });
    CampaignMember.addHook('afterFind', 'meanwhile', async () => {
      CampaignMember.removeHook('afterFind', 'meanwhile');
      await CampaignMember.update({ state: 'approved' }, { where: { campaignId: campaign.id } });
    });
    await send(campaign, morning('2026-12-08'));
    expect(await reminders(campaign)).toEqual([]);
  });

  test('of two workers at once one reminds', async () => {
    const campaign = await openCampaign({ ...ofFirm(), dueOn: '2026-12-15', graceUntil: '2026-12-20' });
    const day = morning('2026-12-08');
    await Promise.all([send(campaign, day), send(campaign, day)]);
    expect(await reminders(campaign)).toHaveLength(1);
    expect(await InboxEntry.count({ where: { event: 'campaign_reminder' } })).toBe(1);
  });

  test('a new deadline brings no step again', async () => {
    const campaign = await openCampaign({ ...ofFirm(), dueOn: '2026-12-15', graceUntil: '2026-12-25' });
    await send(campaign, morning('2026-12-08'));
    await campaign.update({ dueOn: '2026-12-16' });
    await send(campaign, morning('2026-12-09'));
    expect(await reminders(campaign)).toHaveLength(1);
  });

  test('nobody is reminded twice a day by two campaigns', async () => {
    const days = { dueOn: '2026-12-15', graceUntil: '2026-12-25' };
    const [first, second] = [
      await openCampaign({ ...ofFirm(), ...days }),
      await openCampaign({ ...ofFirm(), ...days }),
    ];
    const day = morning('2026-12-08');
    await send(first, day);
    await send(second, day);
    expect(await CampaignReminder.count({ where: { lawyerId: lawyer.id } })).toBe(1);
  });

  test('none in the evening, none on another day than was meant', async () => {
    const campaign = await openCampaign({ ...ofFirm(), dueOn: '2026-12-15', graceUntil: '2026-12-25' });
    freezeClock('2026-12-08T20:00:00+08:00');
    await send(campaign, '2026-12-08');
    freezeClock('2026-12-09T09:30:00+08:00');
    await send(campaign, '2026-12-08');
    expect(await reminders(campaign)).toEqual([]);
  });

  test('a firm reads how many are done, not who', async () => {
    await makeLawyer({ firmId: firm.id, name: '周若岚' });
    await approve();
    const campaign = await openCampaign({ ...ofFirm(), dueOn: '2026-12-15', graceUntil: '2026-12-25' });
    const day = morning('2026-12-08');
    await digest({ campaignId: campaign.id, day });
    await digest({ campaignId: campaign.id, day });
    const lines = await InboxEntry.findAll({ where: { memberKind: 'firm', memberId: firm.id } });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.body).toContain('本所2名律师中1名已完成');
    expect(lines[0]?.body).not.toContain('周若岚');
  });
});

describe('延期, 豁免, closing', () => {
  const grant = async (which: 'delayMembers' | 'excuseMembers', campaign: Campaign, body: object) =>
    api.call(campaigns[which], {
      as: await staffToken('registrar'),
      params: { id: String(campaign.id) },
      body: { reason: '产假，延至返岗后', ...body } as never,
    });

  test('a deadline of one’s own is shown, reminded of and judged by', async () => {
    const campaign = await openCampaign({ ...ofFirm(), dueOn: '2026-12-15', graceUntil: '2026-12-25' });
    const given = await grant('delayMembers', campaign, {
      licenceNos: [lawyer.licenceNo, '14499201099999999'],
      dueOn: '2026-12-22',
    });
    expect(given.json).toEqual({ changed: 1, unknown: ['14499201099999999'] });
    expect((await own()).items[0]).toMatchObject({ dueOn: '2026-12-22' });
    freezeClock('2026-12-18T10:00:00+08:00');
    await approve();
    expect(await member(campaign)).toMatchObject({ state: 'approved', isLate: false });
    const past = await grant('delayMembers', campaign, { firmId: firm.id, dueOn: '2026-12-10' });
    expect(past.json).toMatchObject({ changed: 0 });
  });

  test('who is late is late, and who is excused is asked for nothing', async () => {
    const excused = await makeLawyer({ firmId: firm.id });
    const campaign = await openCampaign({ ...ofFirm(), dueOn: '2026-12-15', graceUntil: '2026-12-25' });
    await grant('excuseMembers', campaign, { licenceNos: [excused.licenceNo] });
    expect(await counts(campaign)).toEqual({ untouched: 1, excused: 1 });
    await saveRows(await lawyerActor(excused.id), 'work', []);
    expect(await counts(campaign)).toEqual({ untouched: 1, excused: 1 });
    freezeClock('2026-12-16T09:30:00+08:00');
    await remind({ campaignId: campaign.id, after: 0, day: clock.today() });
    expect((await reminders(campaign)).map(({ lawyerId, step }) => [lawyerId, step])).toEqual([[lawyer.id, 'late']]);
    await approve();
    expect(await member(campaign)).toMatchObject({ state: 'approved', isLate: true });
  });

  test('the list is frozen the day after the last one', async () => {
    const campaign = await openCampaign({ ...ofFirm(), dueOn: '2026-12-15', graceUntil: '2026-12-20' });
    freezeClock('2026-12-20T23:50:00+08:00');
    await closeWhatIsOver();
    expect(await campaign.reload()).toMatchObject({ state: 'open' });
    freezeClock('2026-12-21T00:10:00+08:00');
    await closeWhatIsOver();
    expect(await campaign.reload()).toMatchObject({ state: 'closed' });
    await approve();
    expect(await member(campaign)).toMatchObject({ state: 'untouched' });
    expect(await counts(campaign)).toEqual({ untouched: 1 });
    expect((await own()).items).toEqual([]);
  });
});
