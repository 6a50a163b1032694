import { parseArgs } from 'node:util';
import '../models.ts';
import { backUp } from '../modules/operations/back-up.ts';
import { database } from '../platform/db/database.ts';
import { openOrRefuse } from '../platform/db/open-database.ts';

const HELP = `Usage: node scripts/operate.mjs backup --to FOLDER

Writes every row and every file of the running system (DATABASE_URL or SQLite in DATA_DIR; S3_BUCKET or DATA_DIR/files)
into an empty folder. Keys are not in it: keep DATA_KEY (or DATA_DIR/keys) and the signing key elsewhere.
`;

const { values } = parseArgs({ options: { to: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
if (values.help || !values.to) {
  process.stdout.write(HELP);
  process.exit(values.help ? 0 : 1);
}
await openOrRefuse();
try {
  const { tables, files } = await backUp(values.to);
  const rows = Object.values(tables).reduce((sum, { count }) => sum + count, 0);
  process.stdout.write(`${rows} rows and ${files.count} files are in ${values.to}; keys are not.\n`);
} finally {
  await database.close();
}
