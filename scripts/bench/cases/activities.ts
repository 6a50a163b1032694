import { tmpdir } from 'node:os';
import { startServices } from '../../test/services.mjs';
import { inside, settings, withFolder } from '../children.ts';
import { makeDatabase } from '../filled.ts';
import type { ActivitiesReport } from '../inside/activities.ts';
import { plainLine, round, type Line } from '../line.ts';
import { summarise } from '../samples.ts';

/** activities.md, Load. */
const [MINUTE_S, OPEN_MS, ROSTER_KB, REMINDERS_S] = [60, 2, 300, 60];
const [CROWD, SEATS, PEOPLE] = [5_000, 300, 3_000];

/** 活动: the rush at the opening, what is open, the list at the door, the reminders of the day before; on both engines. */
export async function activities(): Promise<Line[]> {
  const sqlite = await withFolder((folder) => inside<ActivitiesReport>('activities', [], settings(folder)));
  return [...linesOf('SQLite', sqlite), ...linesOf('MariaDB', await onMariaDb())];
}

const onMariaDb = (): Promise<ActivitiesReport> =>
  withFolder(async (folder) => {
    const services = await startServices({ parent: tmpdir(), bufferPool: '512M' });
    try {
      await makeDatabase(services.mysqlUrl, 'activities');
      const env = { DATABASE_URL: `${services.mysqlUrl}/activities`, REDIS_URL: services.redisUrl };
      return await inside<ActivitiesReport>('activities', [], settings(folder, env));
    } finally {
      await services.stop();
    }
  });

function linesOf(engine: string, { rush, open, shown, judged, rosterKb, reminders }: ActivitiesReport): Line[] {
  const [looked, weighed] = [summarise(open), summarise(judged)];
  const isWhole = rush.seated === SEATS && rush.seated + rush.waiting === CROWD && rush.answered === CROWD;
  return [
    plainLine(
      { what: `5,000 sign-ups for 300 seats, fifty at once, ${engine}`, yardstick: 'none' },
      'within a minute: exactly 300, everybody answered',
      `${round(rush.seconds)} s: ${rush.seated} seated, ${rush.waiting} waiting`,
      isWhole && rush.seconds <= MINUTE_S,
      `one process without HTTP; CPU of it ${round(rush.cpuMs / CROWD)} ms each`,
    ),
    plainLine(
      { what: `正在报名 over 200 open activities, CPU, ${engine}`, yardstick: 'none' },
      `at most ${OPEN_MS} ms`,
      `${round(looked.median)} ms (${round(looked.low)}–${round(looked.high)}, ${looked.count} samples)`,
      looked.median <= OPEN_MS,
      `the whole answer with its reads, not the judging alone; ${shown} of 200 fit`,
    ),
    plainLine(
      { what: `the judging of 200 open activities alone, CPU, ${engine}`, yardstick: 'none' },
      `at most ${OPEN_MS} ms`,
      `${round(weighed.median)} ms (${round(weighed.low)}–${round(weighed.high)}, ${weighed.count} samples)`,
      weighed.median <= OPEN_MS,
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
