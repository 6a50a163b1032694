import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../../scripts/test/services.mjs';
import { processEnv } from './process-env.ts';

export interface ServerProcess {
  child: ChildProcess;
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>;
}

/** Starts `main.ts` as in production, a process of its own on this test's database. */
export function startProcess(
  args: string[],
  settings: Record<string, string> = {},
  errors: 'inherit' | 'pipe' = 'inherit',
): ServerProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../main.ts'), ...args], {
    stdio: ['ignore', 'pipe', errors],
    env: processEnv({ NODE_ENV: 'test', LOG_LEVEL: 'info', PORT: '0', WORKERS: '1', ...settings }),
  });
  return {
    child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      return child.exitCode;
    },
  };
}

/** The address a process listens at, once it does. */
export function listening({ child }: ServerProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('its output is not piped');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /listening.*?(http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)));
  });
}

/** A Redis of this test's own, to be stopped and frozen, and started again where it was. */
export async function startOwnRedis(at?: string): Promise<{ url: string; child: ChildProcess }> {
  const port = at === undefined ? await freePort() : Number(new URL(at).port);
  const args = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const chunk of child.stdout) if (String(chunk).includes('Ready to accept connections')) break;
  return { url: `redis://127.0.0.1:${port}`, child };
}
