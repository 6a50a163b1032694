import { createConnection } from 'mysql2/promise';
import { tmpdir } from 'node:os';
import { startServices } from '../../test/services.mjs';
import { inside, settings, withFolder } from '../children.ts';
import { makeDatabase } from '../filled.ts';
import type { ActivitiesReport } from '../inside/activities/measures.ts';
import { plainLine, ratioLine, round, type Line } from '../line.ts';
import { ratios, summarise } from '../samples.ts';
import { slowestPage } from './pages.ts';

/** activities.md, Load. */
const [MINUTE_S, HELD_MS, JUDGED_MS, ROSTER_KB, REMINDERS_S] = [60, 3, 2, 300, 60];
const [CROWD, SEATS, PEOPLE] = [5_000, 300, 3_000];
/** Ten years of registrations, and one. */
const [MANY, FEW] = [3_000_000, 300_000];

/** 活动: the rush at the opening, what is open, the list at the door, the reminders of the day before; on both engines. */
export async function activities(): Promise<Line[]> {
  const sqlite = await withFolder((folder) => inside<ActivitiesReport>('activities/measures', [], settings(folder)));
  return [...linesOf('SQLite', sqlite), ...linesOf('MariaDB', await onMariaDb())];
}

const onMariaDb = (): Promise<ActivitiesReport> =>
  withFolder(async (folder) => {
    const services = await startServices({ parent: tmpdir(), bufferPool: '512M' });
    try {
      await makeDatabase(services.mysqlUrl, 'activities');
      const env = { DATABASE_URL: `${services.mysqlUrl}/activities`, REDIS_URL: services.redisUrl };
      return await inside<ActivitiesReport>('activities/measures', [], settings(folder, env));
    } finally {
      await services.stop();
    }
  });

/** Every list of activities at three million registrations beside itself at a tenth of them, on both engines. */
export async function registrations(): Promise<Line[]> {
  const sqlite = await withFolder((many) =>
    withFolder((few) => filledPages('SQLite', { many: settings(many), few: settings(few) }, async () => {})),
  );
  return [sqlite, await pagesOnMariaDb()];
}

const pagesOnMariaDb = (): Promise<Line> =>
  withFolder(async (folder) => {
    const services = await startServices({ parent: tmpdir(), bufferPool: '1G' });
    const urlOf = (name: string) => `${services.mysqlUrl}/${name}`;
    const envOf = (name: string) => settings(folder, { DATABASE_URL: urlOf(name), REDIS_URL: services.redisUrl });
    try {
      for (const name of ['many', 'few']) await makeDatabase(services.mysqlUrl, name);
      const envs = { many: envOf('many'), few: envOf('few') };
      return await filledPages('MariaDB', envs, (name) => analyse(urlOf(name)), services.mysqlPid);
    } finally {
      await services.stop();
    }
  });

async function filledPages(
  engine: string,
  envs: Record<'many' | 'few', NodeJS.ProcessEnv>,
  filled: (name: 'many' | 'few') => Promise<void>,
  serverPid?: number,
): Promise<Line> {
  await inside('activities/fill', [String(MANY)], envs.many);
  await inside('activities/fill', [String(FEW)], envs.few);
  await filled('many');
  await filled('few');
  const of = `registrations, ${engine}`;
  return slowestPage({ script: 'activities/pages', of, sizes: [MANY, FEW], serverPid }, envs.many, envs.few);
}

/** As a server that has grown knows its tables. */
async function analyse(url: string): Promise<void> {
  const server = await createConnection(url);
  await server.query('ANALYZE TABLE activities, activity_groups, activity_registrations, activity_presences');
  await server.end();
}

/** Milliseconds, the middle one of which is at most so many. */
function milliseconds(what: string, atMost: number, samples: readonly number[], note: string): Line {
  const { median, low, high, count } = summarise(samples);
  const measured = `${round(median)} ms (${round(low)}–${round(high)}, ${count} samples)`;
  return plainLine({ what, yardstick: 'none' }, `at most ${atMost} ms`, measured, median <= atMost, note);
}

function linesOf(engine: string, report: ActivitiesReport): Line[] {
  const { rush, queueing, ownList, held, open, anew, read, shown, judged, rosterKb, reminders } = report;
  const [looked, answered] = [summarise(open), summarise(ownList)];
  const crowds = [
    { of: '5,000 sign-ups for 300 seats, fifty at once', came: rush },
    { of: 'the same, everybody else joins the waiting list', came: queueing },
  ].flatMap(({ of, came }) => {
    const each = came.cpuMs / CROWD;
    const isWhole = came.seated === SEATS && came.seated + came.waiting + came.refused === CROWD;
    return [
      plainLine(
        { what: `${of}, ${engine}`, yardstick: 'none' },
        'within a minute: exactly 300, everybody answered',
        `${round(came.seconds)} s: ${came.seated} seated, ${came.waiting} waiting, ${came.refused} told that it is full`,
        isWhole && came.seconds <= MINUTE_S,
        'one process without HTTP',
      ),
      ratioLine(
        { what: `${of}, CPU, ${engine}`, yardstick: 'as many own-list answers, first page, same process' },
        { atMost: 3 },
        summarise(ownList.map((one) => each / one)),
        `${round(each)} against ${round(answered.median)} ms each, without HTTP`,
      ),
    ];
  });
  return [
    ...crowds,
    milliseconds(
      `row of an activity locked by one who signs up, ${engine}`,
      HELD_MS,
      held,
      'from the change of the row to the end of the transaction, one after the other',
    ),
    ratioLine(
      { what: `正在报名 over 200 open activities, CPU, ${engine}`, yardstick: 'one prepared read of 200 rows' },
      { atMost: 3 },
      ratios(open, read),
      `${round(looked.median)} against ${round(summarise(read).median)} ms; the whole answer with its reads; ${shown} of 200 fit`,
    ),
    milliseconds(
      `the first look at it after a change, CPU, ${engine}`,
      JUDGED_MS,
      anew,
      'what is open is read again; otherwise it is kept for a second',
    ),
    milliseconds(
      `the judging of 200 open activities alone, CPU, ${engine}`,
      JUDGED_MS,
      judged,
      'their conditions and those of their groups, once the facts of the lawyer are read',
    ),
    plainLine(
      { what: `list of names of 3,000 to a device, gzip, ${engine}`, yardstick: 'none' },
      `at most ${ROSTER_KB} KB`,
      `${round(rosterKb)} KB`,
      rosterKb <= ROSTER_KB,
      '',
    ),
    plainLine(
      { what: `reminding 3,000 the day before, ${engine}`, yardstick: 'none' },
      `at most ${REMINDERS_S} s`,
      `${round(reminders.seconds)} s: ${reminders.told} told`,
      reminders.told === PEOPLE && reminders.seconds <= REMINDERS_S,
      `CPU ${round(reminders.cpuMs / PEOPLE)} ms each; the mails are sent afterwards by their own jobs`,
    ),
  ];
}
