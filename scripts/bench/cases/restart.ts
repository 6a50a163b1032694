import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../test/services.mjs';
import { root, settings, withFolder } from '../children.ts';
import { treeCpuMs } from '../cpu.ts';
import { plainLine, type Line } from '../line.ts';
import { summarise } from '../samples.ts';

const ROUNDS = 10;
const LIMIT_MS = 3_000;

/**
 * What `npm run dev` does after an edit: the server of before is killed, the next one listens. The edited file stands in a
 * folder of its own, so that nothing in the checkout is written; compiling one file anew takes some milliseconds more.
 */
export function restart(): Promise<Line[]> {
  return withFolder(async (folder) => {
    const edited = join(folder, 'edited');
    await mkdir(edited);
    const port = await freePort();
    const env = {
      ...settings(join(folder, 'data'), { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` }),
      NODE_ENV: 'development',
      LOG_LEVEL: 'info',
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
    };
    const program = `import { keepRunning } from './scripts/develop/keep-running.mjs'; await keepRunning('bff/main.ts', process.env, ${JSON.stringify(edited)});`;
    const watching = spawn(process.execPath, ['--input-type=module', '-e', program], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const lines = createInterface(watching.stdout)[Symbol.asyncIterator]();
      await untilReady(lines);
      const [cpu, time]: [number[], number[]] = [[], []];
      // The first one compiles everything, and the second reads what it has kept.
      for (let round = -1; round < ROUNDS; round++) {
        const [cpuBefore, began] = [treeCpuMs(watching.pid ?? 0), performance.now()];
        await writeFile(join(edited, 'edited.ts'), `export const round = ${round};\n`);
        await untilReady(lines);
        if (round < 0) continue;
        time.push(performance.now() - began);
        cpu.push(treeCpuMs(watching.pid ?? 0) - cpuBefore);
      }
      return [lineOf(cpu, time)];
    } finally {
      const exit = once(watching, 'exit');
      watching.kill('SIGKILL');
      await exit;
    }
  });
}

function lineOf(cpu: number[], time: number[]): Line {
  const seconds = (ms: number) => (ms / 1_000).toFixed(2);
  const { median, low, high } = summarise(cpu);
  const watched = summarise(time);
  return plainLine(
    { what: 'npm run dev, an edit of the server until it listens again', yardstick: 'none' },
    'under 3 s of CPU',
    `${seconds(median)} s (${seconds(low)}–${seconds(high)}, ${ROUNDS} edits)`,
    median < LIMIT_MS,
    `by the clock ${seconds(watched.median)} s (${seconds(watched.low)}–${seconds(watched.high)}), load ${(loadavg()[0] ?? 0).toFixed(1)}; SQLite`,
  );
}

/** Reads on until the server says that it listens. */
async function untilReady(lines: AsyncIterator<string, unknown>): Promise<void> {
  for (;;) {
    const line = await lines.next();
    if (line.done === true) throw new Error('the server under watch is gone');
    if (line.value.includes('服务器已就绪')) return;
  }
}
