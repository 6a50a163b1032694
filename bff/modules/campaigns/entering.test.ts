import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import '../../models.ts';
import { campaignEndpoints as campaigns } from '../../contract/campaigns/endpoints.ts';
import { profileEndpoints } from '../../contract/profile/endpoints.ts';
import { freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { campaignInput, openCampaign } from '../../test/factories/campaign.ts';
import { makeFirm } from '../../test/factories/registry.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import type { Firm } from '../registry/model.ts';

useDatabase();
const api = useApi();

let firm: Firm;
beforeEach(async () => {
  freezeClock('2026-12-01T10:00:00+08:00');
  firm = await makeFirm();
});
afterEach(releaseClock);

/** For the firm of this test alone. */
const ofFirm = () => ({ eligibility: { atom: 'firm' as const, in: [firm.id] } });

describe('what staff enter', () => {
  const enter = async (more: object) =>
    api.call(campaigns.createCampaign, {
      as: await staffToken('registrar'),
      body: { ...campaignInput(), ...ofFirm(), ...more } as never,
    });

  test('a deadline before the beginning is a fault at the field', async () => {
    const { status, json } = await enter({ opensOn: '2026-12-10', dueOn: '2026-12-01' });
    expect(status).toBe(422);
    expect(json).toMatchObject({ error: { fields: { dueOn: '截止日期不能早于开始日期' } } });
  });

  test('two tasks of the home page for the same people at the same time are refused; others are not', async () => {
    expect((await enter({ isPriority: true })).status).toBe(200);
    expect((await enter({ isPriority: true })).json).toMatchObject({
      error: { fields: { isPriority: expect.stringContaining('同一时间、同一范围已有首页提示') } },
    });
    const later = { opensOn: '2027-03-01', dueOn: '2027-03-20', graceUntil: '2027-03-25' };
    expect((await enter({ isPriority: true, ...later })).status).toBe(200);
  });

  test('of one that has begun, whom it is for can no longer be changed', async () => {
    const campaign = await openCampaign(ofFirm());
    const as = await staffToken('registrar');
    const params = { id: String(campaign.id) };
    const input = { ...campaignInput(), ...ofFirm(), version: campaign.version };
    const refused = await api.call(campaigns.updateCampaign, { as, params, body: { ...input, eligibility: null } });
    expect(refused.json).toMatchObject({ error: { fields: { eligibility: '已经开始，范围不能改' } } });
    const longer = await api.call(campaigns.updateCampaign, { as, params, body: { ...input, dueOn: '2027-01-10' } });
    expect(longer.status).toBe(200);
  });

  test('a firm reads nothing of campaigns, and no profile through them', async () => {
    const campaign = await openCampaign({ ...ofFirm(), kind: 'yearly' });
    const as = await memberToken({ firmId: firm.id });
    expect((await api.call(campaigns.listOwnCampaigns, { as })).json).toEqual({ items: [] });
    expect((await api.call(campaigns.showYearlyReview, { as, params: { id: String(campaign.id) } })).status).toBe(404);
    expect((await api.call(profileEndpoints.showOwnProfile, { as })).status).toBe(404);
  });
});
