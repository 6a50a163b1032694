import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { activities, registrations } from './bench/cases/activities.ts';
import { announcements } from './bench/cases/announcements.ts';
import { ownList, verification } from './bench/cases/answers.ts';
import { h5, weapp } from './bench/cases/bundles.ts';
import { registrationForm } from './bench/cases/forms.ts';
import { home } from './bench/cases/home.ts';
import { burst, memory, submitToDownload } from './bench/cases/issuing.ts';
import { oneCertificate, roster } from './bench/cases/letters.ts';
import { pages } from './bench/cases/pages.ts';
import { progress } from './bench/cases/progress.ts';
import { phone } from './bench/cases/phone.ts';
import { photos } from './bench/cases/photos.ts';
import { profiles } from './bench/cases/profiles.ts';
import { restart } from './bench/cases/restart.ts';
import { signIns } from './bench/cases/sign-ins.ts';
import { start } from './bench/cases/start.ts';
import { talks } from './bench/cases/talks.ts';
import { tickets } from './bench/cases/tickets.ts';
import { typing } from './bench/cases/typing.ts';
import { root } from './bench/children.ts';
import { withFilled, type Filled } from './bench/filled.ts';
import type { Line } from './bench/line.ts';
import { asMarkdown, asText } from './bench/table.ts';

/** Cases that need nothing that is filled, and those that need a million certificates on MariaDB; in the order of the table. */
const ALONE = {
  letter: oneCertificate,
  roster,
  form: registrationForm,
  submit: submitToDownload,
  burst,
  memory,
  'sign-ins': signIns,
  photos,
  profiles,
  typing,
  progress,
  h5,
  weapp,
  start,
  restart,
  tickets,
  talks,
  home,
  announcements,
  activities,
  registrations,
};
const FILLED = { 'own-list': ownList, verification, phone, pages };
const NAMES = [...Object.keys(ALONE), ...Object.keys(FILLED)];

const HELP = `Usage: npm run bench [-- --only <case>] [--write]

Measures how fast, how small and how frugal the product is, and prints the table. Every figure is a ratio against a yardstick measured
in the same run, sample by sample in turn, or CPU time: other programs on the machine disturb both alike.

  --only <case>          one or more (comma) of: ${NAMES.join(', ')}
  --write                also write docs/benchmarks.md
  --certificates <n>     how many certificates the database is filled with (1000000)
  --database <mysql://…> --smaller <mysql://…> --redis <redis://…> --data <folder>
                         use what scripts/seed/bulk.ts filled (with that DATA_DIR), the smaller one with fewer certificates,
                         instead of filling a private MariaDB, which takes some minutes and 5 GB below the folder for
                         temporary files`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    write: { type: 'boolean' },
    certificates: { type: 'string', default: '1000000' },
    database: { type: 'string' },
    smaller: { type: 'string' },
    redis: { type: 'string' },
    data: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help) console.log(HELP);
else await main(wanted(values.only));

async function main(names: Set<string>): Promise<void> {
  const lines: Line[] = [];
  for (const [name, measure] of Object.entries(ALONE))
    if (names.has(name)) lines.push(...(await announce(name, measure)));
  const filled = Object.entries(FILLED).filter(([name]) => names.has(name));
  if (filled.length > 0) {
    const { database, smaller, redis, data: dataDir } = values;
    const given = { database, smaller, redis, dataDir };
    await withFilled(given, Number(values.certificates), async (on: Filled) => {
      for (const [name, measure] of filled) lines.push(...(await announce(name, () => measure(on))));
    });
  }
  console.log(`\n${asText(lines)}`);
  if (values.write) write(lines);
}

/** Writes the table anew; what people have written below it, under headings of its own, stays. */
function write(lines: readonly Line[]): void {
  const file = join(root, 'docs/benchmarks.md');
  const [, ...sections] = readFileSync(file, 'utf8').split(/^(?=## )/m);
  writeFileSync(file, [asMarkdown(lines), ...sections.map((section) => section.trimEnd() + '\n')].join('\n'));
}

function wanted(only: string | undefined): Set<string> {
  const names = new Set(only?.split(',') ?? NAMES);
  const unknown = [...names].filter((name) => !NAMES.includes(name));
  if (unknown.length === 0) return names;
  console.error(`no case ${unknown.join(', ')}\n\n${HELP}`);
  process.exit(1);
}

async function announce(name: string, measure: () => Promise<Line[]>): Promise<Line[]> {
  process.stderr.write(`measuring ${name} …\n`);
  return measure();
}
