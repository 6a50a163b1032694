import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { CAMPAIGN_PROGRESS, SETTLED } from '../../../contract/campaigns/enums.ts';
import { INBOX_EVENTS } from '../../../contract/notifications/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { select, transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { tell } from '../../notifications/tell.ts';
import { readCalendar } from '../../office-hours/read-calendar.ts';
import { composeLine } from '../../outbox/compose-mail.ts';
import { Campaign } from '../model.ts';
import { loadCampaign } from '../policy.ts';
import { stepOn } from '../rules.ts';
import { isInTime, workDayOf } from './remind.ts';

/** Firms told in one transaction. */
const PIECE = 100;

const row = z.strictObject({ firmId: z.int(), state: oneOf(CAMPAIGN_PROGRESS), n: z.int() });

/**
 * Tells the next firms, on days on which their lawyers are reminded, how many of them are done: counts alone, who it is
 * stands in 律师列表. How far it has come is kept with it, so that asked again it goes on.
 */
export async function digest({ campaignId, day }: { campaignId: number; day: string }): Promise<void> {
  const seen = await Campaign.findByPk(campaignId);
  if (seen?.state !== 'open' || !isInTime(day)) return;
  if (stepOn(seen.dueOn, workDayOf(await readCalendar('service'), day)) === null) return;
  await transaction(async (t) => {
    const campaign = await loadCampaign(campaignId, t);
    const after = campaign.digestedOn === day ? campaign.digestedTo : 0;
    const rows = await select(
      row,
      `SELECT firm_id AS firmId, state, n FROM profile_counts WHERE campaign_id = ? AND n > 0 AND firm_id IN
         (SELECT firm_id FROM (SELECT DISTINCT firm_id FROM profile_counts
          WHERE campaign_id = ? AND firm_id > ? AND n > 0 ORDER BY firm_id LIMIT ${PIECE}) next)`,
      [campaignId, campaignId, after],
      t,
    );
    const firms = new Map<number, { all: number; done: number }>();
    for (const { firmId, state, n } of rows) {
      const firm = firms.get(firmId) ?? { all: 0, done: 0 };
      const isSettled = (SETTLED as readonly string[]).includes(state);
      firms.set(firmId, { all: firm.all + n, done: firm.done + (isSettled ? n : 0) });
    }
    for (const [firmId, { all, done }] of firms) {
      if (done < all) await tellFirm({ campaign, firmId, all, done }, t);
    }
    const last = Math.max(after, ...firms.keys());
    await campaign.update({ digestedOn: day, digestedTo: last }, { transaction: t });
    if (firms.size < PIECE) return;
    await enqueue('digest-campaign', { campaignId, day }, { t, dedupeKey: `digest:${campaignId}:${day}:${last}` });
  });
}

async function tellFirm(
  { campaign, firmId, all, done }: { campaign: Campaign; firmId: number; all: number; done: number },
  t: Transaction,
): Promise<void> {
  const event = 'campaign_digest';
  const data = { title: campaign.title, dueOn: campaign.dueOn, all: String(all), done: String(done) };
  const words = { title: INBOX_EVENTS[event], body: await composeLine(event, 'inbox.txt', data) };
  await tell({ member: { kind: 'firm', id: firmId }, event, words, subject: null, page: 'firmLawyers' }, t);
}
