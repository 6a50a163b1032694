import { openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../test/services.mjs';
import { inside, settings, startServer, withFolder } from '../children.ts';
import { treeCpuMs } from '../cpu.ts';
import type { FilledTalks } from '../inside/talks/fill-talks.ts';
import type { Held, Holding } from '../inside/talks/hold-sockets.ts';
import type { Posting } from '../inside/talks/send-messages.ts';
import { plainLine, ratioLine, round, type Line } from '../line.ts';
import { ratios, summarise, takeTurns } from '../samples.ts';

/** 3,000 sockets: of members with as many pages open as an account may have. */
const [MEMBERS, EACH] = [750, 4];
const MOST_KB = 60;
const STORM_MS = 15_000;
const [PAIRS, COUNT] = [10, 300];

/** 联系客服: what a socket holds, what coming back costs, and what a message costs beside one row. */
export const talks = (): Promise<Line[]> =>
  withFolder(async (folder) => {
    const env = settings(folder);
    const { talks: filled } = await inside<FilledTalks>('talks/fill-talks', [String(MEMBERS)], env);
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const log = openSync(join(folder, 'log'), 'w');
    const server = await startServer(['scripts/bench/inside/talks/talk-server.ts', String(port)], {
      env: { ...env, LOG_LEVEL: 'info' },
      address: `${address}/readyz`,
      stdio: ['ignore', log, 'inherit'],
    });
    /** So many talks are too much for a command line. */
    const given = (what: object) => {
      const file = join(folder, 'given.json');
      writeFileSync(file, JSON.stringify(what));
      return file;
    };
    const cpuOf = (what: Posting['what']) => async () => {
      const posting = { address, talks: filled, what, count: COUNT } satisfies Posting;
      const before = treeCpuMs(server.pid);
      await inside('talks/send-messages', [given(posting)], env);
      return (treeCpuMs(server.pid) - before) / COUNT;
    };
    try {
      for (const what of ['message', 'row'] as const) await cpuOf(what)();
      const cpu = await takeTurns(PAIRS, { ours: cpuOf('message'), row: cpuOf('row') });
      const hold = (at: string, pid: number) =>
        inside<Held>(
          'talks/hold-sockets',
          [given({ address: at, pid, talks: filled, each: EACH } satisfies Holding)],
          env,
        );
      const bare = await withBareSockets(env, (at, pid) => hold(at, pid));
      const held = await hold(address, server.pid);
      const [kb, bareKb] = [held.kbEach.at(-1) ?? Infinity, bare.kbEach.at(-1) ?? 0];
      return [
        ratioLine(
          { what: 'a message of a talk, CPU', yardstick: 'one prepared INSERT, same server' },
          { atMost: 3 },
          ratios(cpu.ours, cpu.row),
          `CPU of the server each ${round(summarise(cpu.ours).median)} against ${round(summarise(cpu.row).median)} ms; SQLite`,
        ),
        plainLine(
          { what: `memory of ${held.sockets} sockets, each in a talk`, yardstick: 'sockets of ws alone, same run' },
          `at most ${MOST_KB} KB each`,
          `${round(kb)} KB each`,
          kb <= MOST_KB,
          `what the server has more than before with a third, two thirds and all of them: ${held.kbEach.map(round).join(', ')} KB each; of ws alone ${bare.kbEach.map(round).join(', ')} KB (${round(kb / bareKb)} ×); SQLite, one process`,
        ),
        plainLine(
          { what: `${held.sockets} sockets cut and back at once, until the last one is welcome`, yardstick: 'none' },
          'within 15 s',
          `${round(held.stormMs / 1_000)} s`,
          held.stormMs <= STORM_MS,
          `CPU of the server ${round(held.stormCpuMs / 1_000)} s; clients come spread over 15 s, here all at once`,
        ),
      ];
    } finally {
      await server.stop();
    }
  });

/** A server of the library's sockets alone, as the yardstick. */
async function withBareSockets<T>(
  env: NodeJS.ProcessEnv,
  work: (address: string, pid: number) => Promise<T>,
): Promise<T> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const server = await startServer(['scripts/bench/inside/talks/bare-sockets.ts', String(port)], { env, address });
  try {
    return await work(address, server.pid);
  } finally {
    await server.stop();
  }
}
