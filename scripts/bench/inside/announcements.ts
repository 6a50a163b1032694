/**
 * Process that tells a hundred thousand members by an announcement, and reports what that writes and what reading it costs.
 * Argument: how many.
 */
import '../../../bff/connections.ts';
import '../../../bff/models.ts';
import type { LawyerActor } from '../../../bff/actor.ts';
import { countConfirmations } from '../../../bff/modules/announcements/count-confirmations.ts';
import { listOwnAnnouncements } from '../../../bff/modules/announcements/list-own-announcements.ts';
import { remindOfAnnouncement } from '../../../bff/modules/announcements/publish-announcement.ts';
import { database } from '../../../bff/platform/db/database.ts';
import { migrate } from '../../../bff/platform/db/migrate.ts';
import { kv } from '../../../bff/platform/kv/kv.ts';
import { makeAnnouncement } from '../../../bff/test/factories/announcement.ts';
import { staffActor } from '../../../bff/test/factories/registry.ts';
import { seedBulkRegistry } from '../../seed/bulk/registry.ts';
import { cpuOf } from '../cpu.ts';

export interface AnnouncementsReport {
  members: number;
  /** Table → rows that it has more, once the announcement was published, reminded of and listed. */
  written: Record<string, number>;
  /** CPU ms. */
  publishing: number;
  listing: number;
  counting: number;
}

const EACH = 20;

await database.open();
await migrate();
const { lawyers } = await seedBulkRegistry(Number(process.argv[2]));
const [lawyer] = lawyers;
if (!lawyer) throw new Error('no lawyer');
const { id: lawyerId, name } = lawyer.facts;
const actor: LawyerActor = { kind: 'lawyer', accountId: lawyer.accountId, name, address: '127.0.0.1', lawyerId };

const before = await rows();
let id = 0;
const publishing = await cpuOf(async () => {
  const made = await makeAnnouncement({ mustConfirm: true, eligibility: { atom: 'practice', minYears: 1 } });
  ({ id } = made);
  await remindOfAnnouncement({ actor: staffActor('service'), id, input: { version: made.version } });
});
const look = () => listOwnAnnouncements({ actor });
await look();
const listing = (await cpuOf(() => many(look))) / EACH;
const counting = await cpuOf(() => countConfirmations(id));
const after = await rows();
const written = Object.fromEntries(
  Object.entries(after).flatMap(([table, count]) =>
    count === before[table] ? [] : [[table, count - (before[table] ?? 0)]],
  ),
);
process.send?.({ members: lawyers.length, written, publishing, listing, counting } satisfies AnnouncementsReport);
await kv.close();
await database.close();
process.disconnect();

async function rows(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of (await database.sequelize.getQueryInterface().showAllTables()) as string[]) {
    const [[row]] = (await database.sequelize.query(`SELECT COUNT(*) AS n FROM ${table}`)) as [
      [{ n: number }],
      unknown,
    ];
    counts[table] = Number(row.n);
  }
  return counts;
}

async function many(act: () => Promise<unknown>): Promise<void> {
  for (let n = 0; n < EACH; n++) await act();
}
