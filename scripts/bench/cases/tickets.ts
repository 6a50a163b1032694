import { createConnection } from 'mysql2/promise';
import { openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startServices } from '../../test/services.mjs';
import { inside, settings, startServer, withFolder } from '../children.ts';
import { treeCpuMs } from '../cpu.ts';
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

/** 工单: the queues at ten times as many tickets, and opening a long one. On a MariaDB of its own, which is filled first. */
export async function tickets(): Promise<Line[]> {
  return withFolder(async (folder) => {
    const services = await startServices({ parent: tmpdir(), bufferPool: '1G' });
    try {
      const made = async (name: string, count: number) => {
        const env = settings(folder, { DATABASE_URL: `${services.mysqlUrl}/${name}`, REDIS_URL: services.redisUrl });
        await makeDatabase(services.mysqlUrl, name);
        const filled = await inside<FilledTickets>('fill-tickets', [String(count)], env);
        await analyse(`${services.mysqlUrl}/${name}`);
        return { env, filled };
      };
      const [many, few] = [await made('many', MANY), await made('few', FEW)];
      const sizes: [number, number] = [MANY, FEW];
      return [
        await slowestPage({ script: 'ticket-pages', of: 'tickets', sizes }, many.env, few.env),
        await openingOne(many.env, many.filled, folder),
      ];
    } finally {
      await services.stop();
    }
  });
}

/** As a server that has grown knows its tables. */
async function analyse(url: string): Promise<void> {
  const server = await createConnection(url);
  await server.query('ANALYZE TABLE tickets, ticket_messages');
  await server.end();
}

async function openingOne(env: NodeJS.ProcessEnv, { ticketId, bearer }: FilledTickets, folder: string): Promise<Line> {
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
    const before = treeCpuMs(server.pid);
    const { answers } = await load(path, ANSWERS);
    return (treeCpuMs(server.pid) - before) / answers;
  };
  const paths = { ours: `/api/me/tickets/${ticketId}`, read: '/api/one-read' };
  try {
    for (const path of Object.values(paths)) await load(path, WARM_UP_ANSWERS);
    const cpu = await takeTurns(PAIRS, { ours: cpuOf(paths.ours), read: cpuOf(paths.read) });
    return ratioLine(
      { what: 'opening a ticket with 50 messages, CPU', yardstick: 'one prepared read by key, same server' },
      { atMost: 4 },
      ratios(cpu.ours, cpu.read),
      `CPU of the server per answer ${round(summarise(cpu.ours).median)} against ${round(summarise(cpu.read).median)} ms`,
    );
  } finally {
    await server.stop();
  }
}
