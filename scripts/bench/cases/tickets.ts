import { createConnection } from 'mysql2/promise';
import { openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startServices } from '../../test/services.mjs';
import { inside, settings, startServer, withFolder } from '../children.ts';
import { threadsCpuMs } from '../cpu.ts';
import { makeDatabase } from '../filled.ts';
import type { FilledTickets } from '../inside/fill-tickets.ts';
import type { Load, LoadReport } from '../inside/load.ts';
import { ratioLine, round, type Line } from '../line.ts';
import { ratios, summarise, takeTurns } from '../samples.ts';
import { slowestPage } from './pages.ts';

/** A year of a large association, and a tenth of it. */
const [MANY, FEW] = [400_000, 40_000];
const PAIRS = 10;
const [WARM_UP_ANSWERS, ANSWERS] = [2_000, 500];

/**
 * 工单: the queues at ten times as many tickets, and opening a long one; on SQLite, and on a MariaDB of its own. Both are
 * filled first.
 */
export async function tickets(): Promise<Line[]> {
  return [...(await onSqlite()), ...(await onMariaDb())];
}

const onSqlite = (): Promise<Line[]> =>
  withFolder((many) =>
    withFolder(async (few) => measure('SQLite', many, { many: settings(many), few: settings(few) }, async () => {})),
  );

const onMariaDb = (): Promise<Line[]> =>
  withFolder(async (folder) => {
    const services = await startServices({ parent: tmpdir(), bufferPool: '1G' });
    const urlOf = (name: string) => `${services.mysqlUrl}/${name}`;
    const envOf = (name: string) => settings(folder, { DATABASE_URL: urlOf(name), REDIS_URL: services.redisUrl });
    try {
      for (const name of ['many', 'few']) await makeDatabase(services.mysqlUrl, name);
      const envs = { many: envOf('many'), few: envOf('few') };
      return await measure('MariaDB', folder, envs, (name) => analyse(urlOf(name)), services.mysqlPid);
    } finally {
      await services.stop();
    }
  });

/** Fills both databases of an engine, and takes its two figures. `filled`: what a grown server would have done besides. */
async function measure(
  engine: string,
  folder: string,
  envs: Record<'many' | 'few', NodeJS.ProcessEnv>,
  filled: (name: 'many' | 'few') => Promise<void>,
  serverPid?: number,
): Promise<Line[]> {
  const long = await inside<FilledTickets>('fill-tickets', [String(MANY)], envs.many);
  await inside<FilledTickets>('fill-tickets', [String(FEW)], envs.few);
  await filled('many');
  await filled('few');
  const sizes: [number, number] = [MANY, FEW];
  return [
    await slowestPage({ script: 'ticket-pages', of: `tickets, ${engine}`, sizes, serverPid }, envs.many, envs.few),
    await openingOne(engine, envs.many, long, folder),
  ];
}

/** As a server that has grown knows its tables. */
async function analyse(url: string): Promise<void> {
  const server = await createConnection(url);
  await server.query('ANALYZE TABLE tickets, ticket_messages');
  await server.end();
}

async function openingOne(
  engine: string,
  env: NodeJS.ProcessEnv,
  { ticketId, bearer }: FilledTickets,
  folder: string,
): Promise<Line> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const log = openSync(join(folder, 'log'), 'w');
  const server = await startServer(['scripts/bench/inside/ticket-server.ts', String(port), String(ticketId)], {
    env: { ...env, LOG_LEVEL: 'info' },
    address: `${address}/readyz`,
    stdio: ['ignore', log, 'inherit'],
  });
  const load = (path: string, answers: number) =>
    inside<LoadReport>(
      'load',
      [JSON.stringify({ address, requests: [{ path, bearer }], until: { answers } } satisfies Load)],
      env,
    );
  const cpuOf = (path: string) => async () => {
    const before = threadsCpuMs([server.pid]);
    const { answers } = await load(path, ANSWERS);
    return (threadsCpuMs([server.pid]) - before) / answers;
  };
  const paths = { ours: `/api/me/tickets/${ticketId}`, read: '/api/one-read' };
  try {
    for (const path of Object.values(paths)) await load(path, WARM_UP_ANSWERS);
    const cpu = await takeTurns(PAIRS, { ours: cpuOf(paths.ours), read: cpuOf(paths.read) });
    return ratioLine(
      { what: `opening a ticket with 50 messages, CPU, ${engine}`, yardstick: 'one prepared read by key, same server' },
      { atMost: 4 },
      ratios(cpu.ours, cpu.read),
      `CPU of the server per answer ${round(summarise(cpu.ours).median)} against ${round(summarise(cpu.read).median)} ms`,
    );
  } finally {
    await server.stop();
  }
}
