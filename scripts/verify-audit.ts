import { parseArgs } from 'node:util';
import '../bff/models.ts';
import { passesThrough } from '../bff/modules/audit/find-audit-link.ts';
import { checkAnchors } from '../bff/modules/audit/check-anchors.ts';
import { verifyAudit } from '../bff/modules/audit/verify-audit.ts';
import { database } from '../bff/platform/db/database.ts';
import { openOrRefuse } from '../bff/platform/db/open-database.ts';

const HELP = `Usage: node scripts/verify-audit.ts [--through LENGTH:HASH] [--help]
Reads the whole audit log (DATABASE_URL, or SQLite in DATA_DIR; the same DATA_KEY as the server) and says whether it is
what was written. Ends with 1 if an entry was altered, removed, slipped in or moved, or if the log
does not pass through the anchors in the store of files (noted every hour).

  --through   a place that the server's log noted ("audit log sealed": length and hash); the chain has to pass through
              it. Finds out that the whole database was put back to an earlier state.
`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { through: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
  const [, length, hash] = /^(\d+):([\w-]{43})$/.exec(values.through ?? '') ?? [];
  if (values.help || (values.through !== undefined && hash === undefined)) {
    process.stdout.write(HELP);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  await openOrRefuse();
  try {
    const report = await verifyAudit();
    const missed = await checkAnchors();
    const isCut = hash !== undefined && !(await passesThrough({ length: Number(length), hash }));
    for (const id of report.altered) process.stdout.write(`altered: entry ${id}\n`);
    for (const { from, until } of report.broken) {
      process.stdout.write(`removed, slipped in or moved: places ${from} to ${until} of the chain\n`);
    }
    if (isCut) process.stdout.write(`the chain does not pass through ${values.through}\n`);
    for (const fault of missed) process.stdout.write(`${fault}\n`);
    if (report.altered.length + report.broken.length + missed.length > 0 || isCut) {
      process.exitCode = 1;
      return;
    }
    process.stdout.write(
      `The audit log is what was written: ${report.length} entries, end ${report.length}:${report.hash}` +
        `${report.unchained > 0 ? `, ${report.unchained} just written` : ''}.\n`,
    );
  } finally {
    await database.close();
  }
}

await main();
