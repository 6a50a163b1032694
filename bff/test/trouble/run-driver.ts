import { expect } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { processEnv } from './process-env.ts';

/**
 * Runs a program of this folder in a process of its own on this test's database; answers what it wrote, null where it was
 * killed.
 */
export async function runDriver(
  name: string,
  args: (number | string)[],
  settings: Record<string, string> = {},
): Promise<string | null> {
  const child = spawn(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: processEnv(settings),
  });
  const exit = once(child, 'exit') as Promise<[code: number | null, signal: string | null]>;
  const [said, [code, signal]] = await Promise.all([text(child.stdout), exit]);
  if (signal === 'SIGKILL') return null;
  expect(code).toBe(0);
  return said;
}

/** A program that waits before it writes (die-before.ts), until it is told to go on. */
export function startWriting(
  name: string,
  args: (number | string)[],
): {
  /** It is about to write. */
  isWriting: Promise<void>;
  /** Lets it go on; answers whether it came to a good end. */
  goOn(): Promise<boolean>;
} {
  const child = spawn(process.execPath, [join(import.meta.dirname, `${name}.ts`), 'writing', ...args.map(String)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: processEnv(),
  });
  const exit = once(child, 'exit') as Promise<[code: number | null]>;
  const isWriting = once(child.stdout, 'data').then(() => undefined);
  return {
    isWriting,
    async goOn() {
      child.stdin.end();
      const [code] = await exit;
      return code === 0;
    },
  };
}

/** As `runDriver`, for a program that says how many statements it took. */
export async function countStatements(name: string, args: (number | string)[]): Promise<number | null> {
  const said = await runDriver(name, args);
  return said === null ? null : Number(said);
}
