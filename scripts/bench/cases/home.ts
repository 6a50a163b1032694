import { openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startServices } from '../../test/services.mjs';
import { inside, settings, startServer, withFolder } from '../children.ts';
import { threadsCpuMs } from '../cpu.ts';
import { makeDatabase } from '../filled.ts';
import type { FilledHome } from '../inside/home/fill-home.ts';
import type { Load, LoadReport } from '../inside/load.ts';
import { plainLine, ratioLine, round, type Line } from '../line.ts';
import { ratios, summarise, takeTurns } from '../samples.ts';

/** What the parts of the home page are read by, one after the other, where they stand alone. */
const APART = [
  '/api/me/workbench',
  '/api/me/profile/summary',
  '/api/me/registrations',
  '/api/me/file',
  '/api/me/tickets',
  '/api/inbox/unread',
  '/api/me/announcements',
];
const HOME = '/api/me/home';
const [PAIRS, WARM_UP, PAGES] = [10, 300, 150];
/** desk.md, Home. */
const MOST_MS = 15;

/** 首页 of a lawyer with something in each part, in one request and part by part; on both engines. */
export async function home(): Promise<Line[]> {
  const sqlite = await withFolder((folder) => measure('SQLite', folder, settings(folder)));
  return [...sqlite, ...(await onMariaDb())];
}

const onMariaDb = (): Promise<Line[]> =>
  withFolder(async (folder) => {
    const services = await startServices({ parent: tmpdir(), bufferPool: '512M' });
    try {
      await makeDatabase(services.mysqlUrl, 'home');
      const env = { DATABASE_URL: `${services.mysqlUrl}/home`, REDIS_URL: services.redisUrl };
      return await measure('MariaDB', folder, settings(folder, env));
    } finally {
      await services.stop();
    }
  });

async function measure(engine: string, folder: string, env: NodeJS.ProcessEnv): Promise<Line[]> {
  const { bearer } = await inside<FilledHome>('home/fill-home', [], env);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const log = openSync(join(folder, 'log'), 'w');
  const server = await startServer(['scripts/bench/inside/home/home-server.ts', String(port)], {
    env: { ...env, LOG_LEVEL: 'info' },
    address: `${address}/readyz`,
    stdio: ['ignore', log, 'inherit'],
  });
  const load = (paths: readonly string[], pages: number) => {
    const requests = paths.map((path) => ({ path, bearer }));
    const asked = { address, requests, until: { answers: pages * paths.length } } satisfies Load;
    return inside<LoadReport>('load', [JSON.stringify(asked)], env);
  };
  const cpuOf = (paths: readonly string[]) => async () => {
    const before = threadsCpuMs([server.pid]);
    const { answers } = await load(paths, PAGES);
    return (threadsCpuMs([server.pid]) - before) / (answers / paths.length);
  };
  try {
    for (const paths of [[HOME], APART]) await load(paths, WARM_UP);
    const cpu = await takeTurns(PAIRS, { together: cpuOf([HOME]), apart: cpuOf(APART) });
    const [one, sum] = [summarise(cpu.together), summarise(cpu.apart)];
    return [
      ratioLine(
        { what: `home in one request, CPU, ${engine}`, yardstick: `its ${APART.length} parts, one request each` },
        { atMost: 1 },
        ratios(cpu.together, cpu.apart),
        `CPU of the server ${round(one.median)} against ${round(sum.median)} ms`,
      ),
      plainLine(
        { what: `home in one request, CPU alone, ${engine}`, yardstick: 'none' },
        `at most ${MOST_MS} ms`,
        `${round(one.median)} ms (${round(one.low)}–${round(one.high)}, ${one.count} samples)`,
        one.median <= MOST_MS,
        'of a lawyer with something in each part',
      ),
    ];
  } finally {
    await server.stop();
  }
}
