import { spawn, type ChildProcess, type Serializable, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The repository's root. */
export const root = dirname(dirname(import.meta.dirname));

const STDIO: StdioOptions = ['ignore', 'inherit', 'inherit', 'ipc'];

/** As long as a real address, so that QR codes are as large as real ones. */
const PUBLIC_URL = 'https://zm.lawyers.example.cn';

/** Needed in production; seals nothing that anybody keeps. */
const AUDIT_KEY = Buffer.alloc(32, 'bench').toString('base64');

/** What every process that is measured runs with; nothing of the caller's own settings of the server gets through. */
export function settings(dataDir: string, more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG } = process.env;
  const common = { NODE_ENV: 'production', LOG_LEVEL: 'warn', PUBLIC_URL, AUDIT_KEY };
  return { PATH, HOME, TMPDIR, LANG, ...common, DATA_DIR: dataDir, ...more };
}

/** Runs scripts/bench/inside/<name>.ts, a process of its own with the server's code, and answers what it reports. */
export async function inside<T>(name: string, args: string[], env: NodeJS.ProcessEnv): Promise<T> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'inside', `${name}.ts`), ...args], {
    cwd: root,
    env,
    stdio: STDIO,
  });
  let report: { value: T } | undefined;
  child.on('message', (value) => (report = { value: value as T }));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0 || !report)
    throw new Error(`${name} ended with ${code} and reported ${report ? 'something' : 'nothing'}`);
  return report.value;
}

/** A process of scripts/bench/inside that answers, message by message. */
export interface Talker {
  pid: number;
  /** What it said first. */
  said: unknown;
  ask(message: Serializable): Promise<unknown>;
  end(): Promise<void>;
}

/** Starts scripts/bench/inside/<name>.ts and waits for its first word. */
export async function talkWith(name: string, env: NodeJS.ProcessEnv): Promise<Talker> {
  const script = join(import.meta.dirname, 'inside', `${name}.ts`);
  const child = spawn(process.execPath, [script], { cwd: root, env, stdio: STDIO });
  const exit = once(child, 'exit');
  const heard = async (): Promise<unknown> => {
    const over = exit.then(() => Promise.reject(new Error(`${name} ended without an answer`)));
    const [answer] = (await Promise.race([once(child, 'message'), over])) as [unknown];
    return answer;
  };
  const said = await heard();
  return {
    pid: child.pid ?? 0,
    said,
    async ask(message) {
      const answer = heard();
      child.send(message);
      return answer;
    },
    async end() {
      child.disconnect();
      await exit;
    },
  };
}

/** A server under measurement. */
export interface Running {
  pid: number;
  stop(): Promise<void>;
}

/** Starts a script and waits until `address` answers. */
export async function startServer(
  args: string[],
  options: { env: NodeJS.ProcessEnv; address: string; stdio?: StdioOptions },
): Promise<Running> {
  const child = spawn(process.execPath, args, { cwd: root, env: options.env, stdio: options.stdio ?? 'ignore' });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    await ended(child);
  };
  try {
    await answers(child, options.address);
  } catch (error) {
    await stop();
    throw error;
  }
  return { pid: child.pid ?? 0, stop };
}

const START_WITHIN_MS = 120_000;

async function answers(child: ChildProcess, address: string): Promise<void> {
  const until = Date.now() + START_WITHIN_MS;
  for (;;) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    if (child.exitCode !== null || Date.now() > until) throw new Error(`${child.spawnargs.join(' ')} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

/** Gives `work` an empty folder that is gone afterwards. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'lvzheng-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
