import { openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../test/services.mjs';
import { inside, settings, startServer, withFolder } from '../children.ts';
import type { FilledTalks } from '../inside/talks/fill-talks.ts';
import type { Held, Holding } from '../inside/talks/hold-sockets.ts';
import type { Posted, Posting } from '../inside/talks/send-messages.ts';
import { plainLine, ratioLine, round, type Line } from '../line.ts';
import { ratios, summarise } from '../samples.ts';

/** 3,000 sockets: of members with as many pages open as an account may have. */
const [MEMBERS, EACH] = [750, 4];
const MOST_KB = 60;
const STORM_MS = 15_000;
/** Opened in thirds, then all cut and back at once, twice: whether the second time takes more shows. */
const [STEPS, STORMS] = [3, 2];
const [RECEIVERS, PAIRS, COUNT] = [2, 10, 300];

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
    try {
      const hold = (at: string, pid: number) => {
        const holding: Holding = { address: at, pid, talks: filled, each: EACH, steps: STEPS, storms: STORMS };
        return inside<Held>('talks/hold-sockets', [given(holding)], env);
      };
      const bare = await withBareSockets(env, hold);
      // Before anything else: what a server has once had it keeps.
      const held = await hold(address, server.pid);
      const posting = { address, pid: server.pid, talks: filled, receivers: RECEIVERS, pairs: PAIRS, count: COUNT };
      const posted = await inside<Posted>('talks/send-messages', [given(posting satisfies Posting)], env);
      return [messageLine(posted), ...heldLines(held, bare)];
    } finally {
      await server.stop();
    }
  });

function messageLine({ message, row, deliveryMs }: Posted): Line {
  const [ours, beside] = [message, row].map((samples) => round(summarise(samples).median));
  return ratioLine(
    {
      what: `a message of a talk, from POST to ${RECEIVERS} receivers' sockets, CPU`,
      yardstick: 'one prepared INSERT, same server',
    },
    { atMost: 3 },
    ratios(message, row),
    `CPU of the server each ${ours} against ${beside} ms; the last receiver has it after ${round(deliveryMs)} ms, sixteen at a time; SQLite`,
  );
}

function heldLines(held: Held, bare: Held): Line[] {
  const [kb, bareKb] = [held.kbEach.at(-1) ?? Infinity, bare.kbEach.at(-1) ?? 0];
  const stormKb = Math.max(...held.stormKbEach);
  const longest = Math.max(...held.stormMs);
  const each = (figures: readonly number[]) => figures.map(round).join(', ');
  return [
    plainLine(
      { what: `memory of ${held.sockets} sockets, each in a talk`, yardstick: 'sockets of ws alone, same run' },
      `at most ${MOST_KB} KB each`,
      `${round(kb)} KB each`,
      kb <= MOST_KB,
      `what the server has more than before with a third, two thirds and all of them: ${each(held.kbEach)} KB each; of ws alone ${each(bare.kbEach)} KB (${round(kb / bareKb)} ×); SQLite, one process`,
    ),
    plainLine(
      { what: 'the same, all cut and back at once, again and again', yardstick: 'sockets of ws alone, same run' },
      `at most ${MOST_KB} KB each`,
      `${round(stormKb)} KB each`,
      stormKb <= MOST_KB,
      `after each time ${each(held.stormKbEach)} KB, of which in use ${each(held.inUseKbEach)} KB; of ws alone ${each(bare.stormKbEach)} KB`,
    ),
    plainLine(
      { what: `${held.sockets} sockets cut and back at once, until the last one is welcome`, yardstick: 'none' },
      'within 15 s',
      `${round(longest / 1_000)} s`,
      longest <= STORM_MS,
      `each time ${each(held.stormMs.map((ms) => ms / 1_000))} s; CPU of the server ${each(held.stormCpuMs.map((ms) => ms / 1_000))} s; clients come spread over 15 s, here all at once`,
    ),
  ];
}

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
