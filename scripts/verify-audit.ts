import '../bff/models.ts';
import { verifyAudit } from '../bff/modules/audit/verify-audit.ts';
import { database } from '../bff/platform/db/database.ts';

const HELP = `Usage: node scripts/verify-audit.ts [--help]
Reads the whole audit log (DATABASE_URL, or SQLite in DATA_DIR; the same DATA_KEY as the server) and says whether it is
what was written. Ends with 1 if an entry was altered, removed or slipped in.
`;

async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    process.stdout.write(HELP);
    return;
  }
  await database.open();
  try {
    const { altered, broken } = await verifyAudit();
    for (const id of altered) process.stdout.write(`altered: entry ${id}\n`);
    for (const { from, until } of broken) process.stdout.write(`removed or slipped in: entries ${from} to ${until}\n`);
    if (altered.length + broken.length > 0) process.exitCode = 1;
    else process.stdout.write('The audit log is what was written.\n');
  } finally {
    await database.close();
  }
}

await main();
