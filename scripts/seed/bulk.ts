import '../../bff/connections.ts';
import '../../bff/models.ts';
import { parseArgs } from 'node:util';
import { checkCounts } from '../../bff/modules/campaigns/progress/check-counts.ts';
import { installShippedTypes } from '../../bff/modules/certificates/types/install-types.ts';
import { database } from '../../bff/platform/db/database.ts';
import { migrate } from '../../bff/platform/db/migrate.ts';
import { seedBulkCertificates } from './bulk/certificates.ts';
import { seedBulkRegistry } from './bulk/registry.ts';

const HELP = `Usage: node scripts/seed/bulk.ts [--lawyers 100000] [--certificates 1000000]

Fills a database (DATABASE_URL, or SQLite in DATA_DIR) with as many invented lawyers, their firms and accounts, and
certificates with their applications, timelines and audit entries, for measuring. It may stand beside the demo
association, and is filled only once. The PDF files themselves are not made: lists, pages and verification are those
of real certificates, only downloads fail. Members' accounts are still to be opened by an activation code.

  --lawyers        1 to 500,000
  --certificates   0 to as many as the disk holds, 4 GB a million`;

/** No more lawyers can be invented: licence numbers of six digits and birthdays are used up then. */
const MOST_LAWYERS = 500_000;

const { values } = parseArgs({
  options: {
    lawyers: { type: 'string', default: '100000' },
    certificates: { type: 'string', default: '1000000' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help) console.log(HELP);
else await fill(wholeNumber('lawyers', 1, MOST_LAWYERS), wholeNumber('certificates', 0, Number.MAX_SAFE_INTEGER));

async function fill(lawyers: number, certificates: number): Promise<void> {
  const started = Date.now();
  const say = (text: string) => console.log(`${((Date.now() - started) / 1_000).toFixed(1).padStart(6)} s  ${text}`);
  await database.open();
  try {
    await migrate();
    await installShippedTypes();
    const registry = await seedBulkRegistry(lawyers);
    // Written past the acts: counted as the nightly look would.
    await checkCounts();
    say(`${registry.firms.length} firms, ${lawyers} lawyers`);
    await seedBulkCertificates(registry, certificates, (done) => say(`${done} certificates`));
  } finally {
    await database.close();
  }
}

function wholeNumber(name: 'lawyers' | 'certificates', least: number, most: number): number {
  const value = Number(values[name]);
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
  console.error(`--${name} must be a whole number from ${least} to ${most}`);
  process.exit(1);
}
