import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { build } from '../../build/build.mjs';
import { freePort } from '../../test/services.mjs';
import { root, settings, withFolder } from '../children.ts';
import { cpuOf, treeCpuMs } from '../cpu.ts';
import { plainLine, round, type Line } from '../line.ts';
import { summarise } from '../samples.ts';

const ROUNDS = 5;
const LIMIT_MS = 3_000;

/** `npm start` with everything built and the demo association in place, until the first page answers. */
export async function start(): Promise<Line[]> {
  await build(['bff', 'h5', 'admin']);
  return withFolder(async (folder) => {
    await startOnce(folder);
    const [ours, nothing]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await startOnce(folder));
      nothing.push(await cpuOf(() => once(spawn(process.execPath, ['-e', '0']), 'exit')));
    }
    const { median, low, high } = summarise(ours);
    const seconds = (ms: number) => (ms / 1_000).toFixed(2);
    return [
      plainLine(
        {
          what: 'npm start when everything is built, until the first page answers',
          yardstick: '`node -e 0` and migration check',
        },
        'under 3 s of CPU',
        `${seconds(median)} s (${seconds(low)}–${seconds(high)}, ${ROUNDS} starts)`,
        median < LIMIT_MS,
        `\`node -e 0\` ${round(summarise(nothing).median)} ms; npm, start script, sandbox and server together`,
      ),
    ];
  });
}

/** CPU ms of npm and everything it starts. */
async function startOnce(dataDir: string): Promise<number> {
  const port = await freePort();
  const env = {
    ...settings(dataDir, { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` }),
    NODE_ENV: 'development',
  };
  const child = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    while (!(await isAnswered(`http://127.0.0.1:${port}/`))) {
      if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return treeCpuMs(child.pid ?? 0);
  } finally {
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    await exit;
  }
}

async function isAnswered(address: string): Promise<boolean> {
  const answer = await fetch(address).catch(() => undefined);
  await answer?.arrayBuffer();
  return answer?.ok === true;
}
