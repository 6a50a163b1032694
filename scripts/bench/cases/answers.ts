import { openSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../test/services.mjs';
import { inside, startServer, withFolder } from '../children.ts';
import { treeCpuMs } from '../cpu.ts';
import type { Filled } from '../filled.ts';
import type { Load, LoadReport } from '../inside/load.ts';
import { ratioLine, round, type Line } from '../line.ts';
import { ratios, summarise, takeTurns } from '../samples.ts';

const PAIRS = 10;
const SECONDS = 3;
/** Until then the engine is still compiling what it found to be hot. */
const WARM_UP_ANSWERS = 15_000;

type Requests = Load['requests'];

/** First page of 我的证明, for members of all sizes. */
export function ownList({ env, callers }: Filled): Promise<Line[]> {
  const requests = callers.sessions.map((bearer) => ({ path: '/api/applications', bearer }));
  return answers(
    `own list, first page, ${callers.certificates.toLocaleString('en')} certificates`,
    0.25,
    requests,
    env,
  );
}

/** What the verification page asks when a QR code is scanned. */
export function verification({ env, callers }: Filled): Promise<Line[]> {
  const requests = callers.links.map((token) => ({ path: `/api/verify/${token}` }));
  return answers(`verification answer, ${callers.certificates.toLocaleString('en')} certificates`, 0.4, requests, env);
}

async function answers(what: string, atLeast: number, requests: Requests, env: NodeJS.ProcessEnv): Promise<Line[]> {
  return withFolder(async (folder) => {
    const ports = { ours: await freePort(), bare: await freePort() };
    const at = { ours: `http://127.0.0.1:${ports.ours}`, bare: `http://127.0.0.1:${ports.bare}` };
    const log = openSync(join(folder, 'log'), 'w');
    // Logging as in production: a line for each request.
    const ours = await startServer(['bff/main.ts', '--serve=web'], {
      env: { ...env, PORT: String(ports.ours), PUBLIC_URL: at.ours, LOG_LEVEL: 'info', WORKERS: '1' },
      address: `${at.ours}/readyz`,
      stdio: ['ignore', log, 'inherit'],
    });
    try {
      const bytes = await averageBytes(at.ours, requests);
      const bare = await startServer(['scripts/bench/inside/bare-koa.ts', String(ports.bare), String(bytes)], {
        env,
        address: `${at.bare}/api/constant`,
      });
      try {
        return [
          await compare({ what: `${what}, answers per second`, atLeast, bytes }, env, {
            ours: { address: at.ours, requests, pid: ours.pid },
            bare: { address: at.bare, requests: [{ path: '/api/constant' }], pid: bare.pid },
          }),
        ];
      } finally {
        await bare.stop();
      }
    } finally {
      await ours.stop();
    }
  });
}

interface Side {
  address: string;
  requests: Requests;
  pid: number;
}

async function compare(
  { what, atLeast, bytes }: { what: string; atLeast: number; bytes: number },
  env: NodeJS.ProcessEnv,
  sides: { ours: Side; bare: Side },
): Promise<Line> {
  const cpu = { ours: [] as number[], bare: [] as number[] };
  const load = (name: 'ours' | 'bare', until: Load['until']) => {
    const { address, requests } = sides[name];
    return inside<LoadReport>('load', [JSON.stringify({ address, requests, until } satisfies Load)], env);
  };
  const ask = (name: 'ours' | 'bare') => async () => {
    const { pid } = sides[name];
    const before = treeCpuMs(pid);
    const { answers: count, seconds } = await load(name, { seconds: SECONDS });
    cpu[name].push((treeCpuMs(pid) - before) / count);
    return count / seconds;
  };
  for (const name of ['ours', 'bare'] as const) await load(name, { answers: WARM_UP_ANSWERS });
  const samples = await takeTurns(PAIRS, { ours: ask('ours'), bare: ask('bare') });
  const perSecond = (name: 'ours' | 'bare') => round(summarise(samples[name]).median);
  const note =
    `${perSecond('ours')} against ${perSecond('bare')} a second, ${bytes} bytes each; CPU of the server per answer ` +
    `${round(summarise(cpu.ours).median)} against ${round(summarise(cpu.bare).median)} ms ` +
    `(${round(1 / ratios(cpu.ours, cpu.bare).median)} ×)`;
  return ratioLine(
    { what, yardstick: 'bare Koa and router, a constant of the same size' },
    { atLeast },
    ratios(samples.ours, samples.bare),
    note,
  );
}

async function averageBytes(address: string, requests: Requests): Promise<number> {
  const sizes = await Promise.all(
    requests.map(async ({ path, bearer }) => {
      const answer = await fetch(address + path, { headers: { ...(bearer && { authorization: `Bearer ${bearer}` }) } });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      return (await answer.arrayBuffer()).byteLength;
    }),
  );
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length);
}
