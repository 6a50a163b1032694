import { tmpdir } from 'node:os';
import { startServices } from '../../test/services.mjs';
import { inside, settings, withFolder } from '../children.ts';
import { makeDatabase } from '../filled.ts';
import type { AnnouncementsReport } from '../inside/announcements.ts';
import { plainLine, round, type Line } from '../line.ts';

const MEMBERS = 100_000;
/** Of the announcement itself, and of what is written down of the acts of staff. */
const ITS_OWN = ['announcements', 'audit_entries'];

/** 通知公告 to a hundred thousand members: what it writes, on both engines. */
export async function announcements(): Promise<Line[]> {
  const sqlite = await withFolder((folder) => told(settings(folder)));
  return [lineOf('SQLite', sqlite), lineOf('MariaDB', await onMariaDb())];
}

const told = (env: NodeJS.ProcessEnv) => inside<AnnouncementsReport>('announcements', [String(MEMBERS)], env);

const onMariaDb = (): Promise<AnnouncementsReport> =>
  withFolder(async (folder) => {
    const services = await startServices({ parent: tmpdir(), bufferPool: '512M' });
    try {
      await makeDatabase(services.mysqlUrl, 'announcements');
      const env = { DATABASE_URL: `${services.mysqlUrl}/announcements`, REDIS_URL: services.redisUrl };
      return await told(settings(folder, env));
    } finally {
      await services.stop();
    }
  });

function lineOf(engine: string, { members, written, publishing, listing, counting }: AnnouncementsReport): Line {
  const rows = Object.entries(written);
  const total = rows.reduce((sum, [, count]) => sum + count, 0);
  return plainLine(
    { what: `an announcement to ${members} members, and a reminder of it, ${engine}`, yardstick: 'none' },
    'no row of any member',
    `${total} rows: ${rows.map(([table, count]) => `${count} of ${table}`).join(', ')}`,
    rows.every(([table]) => ITS_OWN.includes(table)),
    `CPU ${round(publishing)} ms; a member's list ${round(listing)} ms; who has confirmed, by firm, ${round(counting)} ms, reckoned when it is asked for`,
  );
}
