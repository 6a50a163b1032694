import { parseArgs } from 'node:util';
import '../models.ts';
import { restoreBackup } from '../modules/operations/restore-backup.ts';
import { database } from '../platform/db/database.ts';
import { openOrRefuse } from '../platform/db/open-database.ts';

const HELP = `Usage: node scripts/operate.mjs restore --from FOLDER

Fills an empty database (DATABASE_URL or SQLite in DATA_DIR) and an empty store from what the command backup wrote, then
reads it all again and compares. A backup that is damaged or does not fit is refused, and nothing of it stays.
The server must not run. SQLite and MySQL can be restored from each other's backups.
Put the keys back yourself: without DATA_KEY sealed identity numbers stay closed.
`;

const { values } = parseArgs({ options: { from: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
if (values.help || !values.from) {
  process.stdout.write(HELP);
  process.exit(values.help ? 0 : 1);
}
await openOrRefuse();
// Ctrl-C takes back what was written.
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => interrupted.abort(new Error(`interrupted by ${signal}`)));
}
try {
  const { takenAt, tables, files } = await restoreBackup(values.from, interrupted.signal);
  const rows = Object.values(tables).reduce((sum, { count }) => sum + count, 0);
  process.stdout.write(`${rows} rows and ${files.count} files as of ${takenAt}; each hash is that of the backup.\n`);
} catch (error) {
  process.stderr.write(`Not restored: ${(error as Error).message}\n`);
  process.exitCode = 1;
} finally {
  await database.close();
}
