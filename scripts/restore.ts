import { parseArgs } from 'node:util';
import '../bff/models.ts';
import { restoreBackup } from '../bff/modules/operations/restore-backup.ts';
import { database } from '../bff/platform/db/database.ts';

const HELP = `Usage: node scripts/restore.ts --from FOLDER

Fills an empty database (DATABASE_URL or SQLite in DATA_DIR) and an empty store from what scripts/backup.ts wrote, then
reads it all again and compares. The server must not run. SQLite and MySQL can be restored from each other's backups.
Put the keys back yourself: without DATA_KEY sealed identity numbers stay closed.
`;

const { values } = parseArgs({ options: { from: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
if (values.help || !values.from) {
  process.stdout.write(HELP);
  process.exit(values.help ? 0 : 1);
}
await database.open();
try {
  const { takenAt, tables, files } = await restoreBackup(values.from);
  const rows = Object.values(tables).reduce((sum, { count }) => sum + count, 0);
  process.stdout.write(`${rows} rows and ${files.count} files as of ${takenAt}; each hash is that of the backup.\n`);
} finally {
  await database.close();
}
