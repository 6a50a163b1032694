import type { Transaction } from 'sequelize';
import { addDays, HOUR_MS, startOfShanghaiDay } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { isWorkingDay } from '../../office-hours/calendar.ts';
import { readCalendar } from '../../office-hours/read-calendar.ts';
import { Campaign } from '../model.ts';
import { loadCampaign } from '../policy.ts';
import { closeWhatIsOver } from './close-campaign.ts';

/** When a day's reminders begin to be sent (spec: working days, 9:00 to 20:00). */
const REMIND_FROM_MS = 9.5 * HOUR_MS;

/**
 * What a new day brings: campaigns begin, look for who has joined since, end; on working days reminders are on their way
 * for the morning. Every process may ask, each thing is done once.
 */
export async function runCampaigns(): Promise<void> {
  const today = clock.today();
  await closeWhatIsOver();
  const running = await Campaign.findAll({ where: { state: ['scheduled', 'opening', 'open'] }, order: ['id'] });
  for (const { id, state } of running) {
    if (state === 'scheduled') await begin(id);
    else await transaction((t) => gatherToday(id, today, t));
  }
  if (isWorkingDay(await readCalendar('service'), today) !== true) return;
  for (const { id, state } of running) {
    if (state !== 'open') continue;
    const runAt = startOfShanghaiDay(today) + REMIND_FROM_MS;
    await transaction(async (t) => {
      const payload = { campaignId: id, day: today };
      await enqueue('remind-campaign', { ...payload, after: 0 }, { t, dedupeKey: `remind:${id}:${today}:0`, runAt });
      await enqueue('digest-campaign', payload, { t, dedupeKey: `digest:${id}:${today}:0`, runAt });
    });
  }
}

const gatherToday = (campaignId: number, today: string, t: Transaction) =>
  enqueue('gather-campaign', { campaignId }, { t, dedupeKey: `gather-campaign:${campaignId}:${today}` });

/** Begins a campaign whose day has come; does nothing before. */
export async function begin(id: number): Promise<void> {
  await transaction(async (t) => {
    const campaign = await loadCampaign(id, t);
    const today = clock.today();
    if (campaign.state !== 'scheduled' || campaign.opensOn > today) return;
    await campaign.update(
      { state: 'opening', openedAt: clock.now(), version: campaign.version + 1 },
      { transaction: t },
    );
    await gatherToday(id, today, t);
  });
}

/** Shortly after midnight in Shanghai, when the day that counts has changed. */
const NIGHT_MS = HOUR_MS / 6;

/** Asks for the next night; every process may ask, it is done once. */
export async function scheduleCampaigns(): Promise<void> {
  const runAt = startOfShanghaiDay(addDays(clock.today(), 1)) + NIGHT_MS;
  await transaction((t) => enqueue('run-campaigns', {}, { t, dedupeKey: `run-campaigns:${runAt}`, runAt }));
}
