import { tmpdir } from 'node:os';
import { startServices } from '../../test/services.mjs';
import { inside, settings, talkWith, withFolder } from '../children.ts';
import { threadsCpuMs } from '../cpu.ts';
import { makeDatabase } from '../filled.ts';
import type { Load, LoadReport } from '../inside/load.ts';
import type { ServedProfile } from '../inside/profiles/server.ts';
import { plainLine, ratioLine, round, type Line } from '../line.ts';
import { ratios, summarise, takeTurns } from '../samples.ts';

const OPENING_MS = 4;
/** What a section is found by, in whatever order it is asked. */
const KEY = ['lawyer_id', 'section', 'version'];
const PAIRS = 10;
const [WARM_UP_ANSWERS, ANSWERS] = [2_000, 500];
const [WARM_UP_WRITES, WRITES] = [500, 100];

/** One lawyer's 信息补全: all sections opened, and one of them saved as it is typed; on SQLite and on a MariaDB of its own. */
export async function profiles(): Promise<Line[]> {
  const sqlite = await withFolder((folder) => measure('SQLite', settings(folder)));
  const mariaDb = await withFolder(async (folder) => {
    const services = await startServices({ parent: tmpdir(), bufferPool: '256M' });
    try {
      await makeDatabase(services.mysqlUrl, 'profile');
      const urls = { DATABASE_URL: `${services.mysqlUrl}/profile`, REDIS_URL: services.redisUrl };
      return await measure('MariaDB', settings(folder, urls));
    } finally {
      await services.stop();
    }
  });
  return [...sqlite, ...mariaDb];
}

async function measure(engine: 'SQLite' | 'MariaDB', env: NodeJS.ProcessEnv): Promise<Line[]> {
  const server = await talkWith('profiles/server', env);
  const served = server.said as ServedProfile;
  try {
    const opening = await openingOf(server.pid, served, env);
    const saving = await savingOf(server.pid, served);
    const [open, save] = [summarise(opening.ours), summarise(saving.ours)];
    const without = engine === 'SQLite' ? 'SQLite’s own in it' : 'without that of MariaDB';
    const against = (ours: typeof open, other: number[]) =>
      `CPU of the server per answer ${round(ours.median)} against ${round(summarise(other).median)} ms, ${without}`;
    return [
      ratioLine(
        {
          what: `all sections of a profile opened and judged, CPU, ${engine}`,
          yardstick: 'one prepared read by key, same server',
        },
        { atMost: 4 },
        ratios(opening.ours, opening.one),
        against(open, opening.one),
      ),
      ratioLine(
        {
          what: `a section of twelve rows saved as it is typed, CPU, ${engine}`,
          yardstick: 'one prepared UPDATE by key, same server',
        },
        { atMost: 2 },
        ratios(saving.ours, saving.one),
        `${against(save, saving.one)}; the judgement that comes back is in it`,
      ),
      ...(engine === 'SQLite' ? asked(served, open.median) : []),
    ];
  } finally {
    await server.end();
  }
}

/** What is asked of the database, by its own count. */
function asked({ reads, writes }: ServedProfile, openMs: number): Line[] {
  const [write = ''] = writes;
  const isByKey = writes.length === 1 && KEY.every((column) => write.split('WHERE')[1]?.includes(column));
  return [
    plainLine(
      { what: 'all sections of a profile opened and judged', yardstick: 'none' },
      `one query, at most ${OPENING_MS} ms of CPU`,
      `${reads.length} ${reads.length === 1 ? 'query' : 'queries'}, ${round(openMs)} ms`,
      reads.length === 1 && openMs <= OPENING_MS,
      'SQLite; on MariaDB what stands in its parts is asked at once',
    ),
    plainLine(
      { what: 'a section saved as it is typed', yardstick: 'none' },
      'one UPDATE by key',
      `${writes.length} ${isByKey ? 'UPDATE by key' : 'statements that write'}`,
      isByKey,
      'SQLite',
    ),
  ];
}

async function openingOf(pid: number, { port, bearer }: ServedProfile, env: NodeJS.ProcessEnv) {
  const address = `http://127.0.0.1:${port}`;
  const load = (path: string, answers: number) =>
    inside<LoadReport>(
      'load',
      [JSON.stringify({ address, requests: [{ path, bearer }], until: { answers } } satisfies Load)],
      env,
    );
  const cpuOf = (path: string) => async () => {
    const before = threadsCpuMs([pid]);
    const { answers } = await load(path, ANSWERS);
    return (threadsCpuMs([pid]) - before) / answers;
  };
  const paths = { ours: '/api/me/profile', one: '/api/one-read' };
  for (const path of Object.values(paths)) await load(path, WARM_UP_ANSWERS);
  return takeTurns(PAIRS, { ours: cpuOf(paths.ours), one: cpuOf(paths.one) });
}

/** One after the other, as somebody types: each save says the version that the one before has left. */
async function savingOf(pid: number, { port, bearer, typed }: ServedProfile) {
  const versions = new Map<string, number>();
  const put = async (path: string) => {
    const version = versions.get(path) ?? typed.version;
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...typed, version }),
    });
    const said = await answer.text();
    if (!answer.ok) throw new Error(`${path} answers ${answer.status} ${said}`);
    versions.set(path, version + 1);
  };
  const cpuOf = (path: string) => async () => {
    const before = threadsCpuMs([pid]);
    for (let n = 0; n < WRITES; n++) await put(path);
    return (threadsCpuMs([pid]) - before) / WRITES;
  };
  const paths = { ours: '/api/me/profile/sections/work', one: '/api/one-update' };
  for (const path of Object.values(paths)) for (let n = 0; n < WARM_UP_WRITES; n++) await put(path);
  return takeTurns(PAIRS, { ours: cpuOf(paths.ours), one: cpuOf(paths.one) });
}
