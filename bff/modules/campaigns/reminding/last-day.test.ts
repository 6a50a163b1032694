import { afterEach, beforeAll, expect, test } from '@jest/globals';
import '../../../models.ts';
import { env } from '../../../env.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { openCampaign } from '../../../test/factories/campaign.ts';
import { makeFirm, makeLawyer } from '../../../test/factories/registry.ts';
import { installShippedHolidays } from '../../office-hours/install-years.ts';
import { Message } from '../../outbox/model.ts';
import { remind } from './remind.ts';

useDatabase();
beforeAll(installShippedHolidays);
afterEach(releaseClock);

/** Reminds on the morning of a day. */
async function send(day: string, campaignId: number): Promise<void> {
  freezeClock(`${day}T09:30:00+08:00`);
  await remind({ campaignId, after: 0, day });
}

test('a text goes on the last day alone, to the number that was confirmed', async () => {
  freezeClock('2026-12-01T10:00:00+08:00');
  const firm = await makeFirm();
  const lawyer = await makeLawyer({ firmId: firm.id });
  const settings = { SMS_SECRET_ID: 'id', SMS_TEMPLATE_DUE: '1110007' };
  const before = { ...env };
  Object.assign(env, settings);
  try {
    const campaign = await openCampaign({
      eligibility: { atom: 'firm', in: [firm.id] },
      title: '年度信息核对',
      dueOn: '2026-12-15',
    });
    const texts = () => Message.findAll({ where: { template: 'due_text' } });
    await send('2026-12-14', campaign.id);
    expect(await texts()).toEqual([]);
    await send('2026-12-15', campaign.id);
    const [text, ...others] = await texts();
    expect(others).toEqual([]);
    expect(text).toMatchObject({ recipient: lawyer.phone, data: { what: '年度信息核对', when: '12月15日' } });
  } finally {
    Object.assign(env, { SMS_SECRET_ID: before.SMS_SECRET_ID, SMS_TEMPLATE_DUE: before.SMS_TEMPLATE_DUE });
  }
});
