/**
 * Process that fills a database with so many lawyers, all of them in a campaign, and measures what counting costs there:
 * the pages of numbers, and a profile that moves. Argument: how many lawyers.
 */
import '../../../bff/connections.ts';
import '../../../bff/models.ts';
import { showCampaign } from '../../../bff/modules/campaigns/office/list-campaigns.ts';
import { createCampaign, startCampaign } from '../../../bff/modules/campaigns/office/enter-campaign.ts';
import { Campaign } from '../../../bff/modules/campaigns/model.ts';
import { gather } from '../../../bff/modules/campaigns/running/gather.ts';
import { checkCounts } from '../../../bff/modules/campaigns/progress/check-counts.ts';
import { listFirmProgress, showAllProgress } from '../../../bff/modules/campaigns/progress/list-firm-progress.ts';
import { addDays } from '../../../bff/contract/dates.ts';
import { publish } from '../../../bff/events.ts';
import { Profile } from '../../../bff/modules/profiles/model.ts';
import { clock } from '../../../bff/platform/clock/clock.ts';
import { database, transaction } from '../../../bff/platform/db/database.ts';
import { migrate } from '../../../bff/platform/db/migrate.ts';
import { kv } from '../../../bff/platform/kv/kv.ts';
import { seedBulkRegistry } from '../../seed/bulk/registry.ts';

/** CPU ms of one of each. */
export interface ProgressReport {
  pages: number[];
  moves: number[];
}

const ROUNDS = 15;
/** Pages, or moves, in one sample: each alone is too short to be measured. */
const EACH = 40;

await database.open();
await migrate();
const { lawyers } = await seedBulkRegistry(Number(process.argv[2]));
await checkCounts();
const today = clock.today();
const actor = { kind: 'staff', accountId: 1, name: 'bench', roles: ['registrar'], address: '127.0.0.1' } as const;
const staff = { ...actor, roles: [...actor.roles] };
const id = await createCampaign({
  actor: staff,
  input: {
    title: '年度信息补全',
    kind: 'completion',
    words: '',
    eligibility: null,
    opensOn: today,
    dueOn: addDays(today, 30),
    graceUntil: addDays(today, 40),
    isPriority: false,
  },
});
await startCampaign({ actor: staff, id, version: 1 });
do await gather(id);
while ((await Campaign.findByPk(id, { rejectOnEmpty: true })).state !== 'open');

let next = 0;
const report: ProgressReport = { pages: [], moves: [] };
for (let round = 0; round < ROUNDS; round++) {
  report.pages.push(await cpuMs(pages));
  report.moves.push(await cpuMs(move));
}
process.send?.(report);
await kv.close();
await database.close();
process.disconnect();

async function pages(): Promise<void> {
  await showAllProgress();
  await listFirmProgress({ limit: 20 });
  await showCampaign({ id });
}

/** A lawyer who begins; the row as `save-section.ts` writes it, and everything that follows. */
async function move(): Promise<void> {
  const lawyerId = lawyers[next++]?.facts.id ?? 0;
  const none = { confirmedHash: null, confirmedAt: null, snapshotId: null, approvedSnapshotId: null };
  await transaction(async (t) => {
    await Profile.create(
      {
        lawyerId,
        state: 'filling',
        version: 1,
        ...none,
        submittedAt: null,
        decidedAt: null,
        reopenedReason: '',
        changedAt: clock.now(),
      },
      { transaction: t },
    );
    await publish('profile.moved', { lawyerId }, t);
  });
}

async function cpuMs(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  for (let n = 0; n < EACH; n++) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / EACH;
}
