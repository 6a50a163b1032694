import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * npm that is told to end does not pass it on: the shell it started us from is gone then, and another is our parent.
 * Without npm nothing is watched, so that a script may outlive the terminal it was started from.
 * @param {() => void} stop
 * @returns {() => void} ends the watch
 */
export function whenNpmIsGone(stop) {
  if (!process.env.npm_lifecycle_event) return () => undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
  return () => clearInterval(watch);
}

/**
 * Runs a command in the repository's root with its output shown; resolves with the exit code.
 * @param {string[]} command
 * @param {Record<string, string | undefined>} env added to this process's
 * @returns {Promise<number>}
 */
export function run([file, ...args], env) {
  const child = spawn(file, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a command, in the repository's root unless told otherwise, and keeps what it prints; resolves with that and the
 * exit code.
 * @param {string[]} command
 * @param {import('node:child_process').SpawnOptions} [options]
 * @param {(child: import('node:child_process').ChildProcess) => void} [begun]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function capture([file, ...args], options = {}, begun = () => undefined) {
  const child = spawn(file, args, { cwd: root, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  begun(child);
  const parts = [];
  child.stdout.on('data', (part) => parts.push(part));
  child.stderr.on('data', (part) => parts.push(part));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(parts).toString() }));
  });
}

/**
 * The same for a program that must not outlive us, or it would be in the way of the next one: it is killed when this
 * process is told to end, or the npm that started it is gone. Told politely, npm first takes back what it has begun,
 * which lasts minutes; what is left half is begun anew the next time anyway.
 * @param {string[]} command
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function captureToTheEnd(command, options) {
  let child;
  let isLeaving = false;
  const leave = () => {
    isLeaving = true;
    child.kill('SIGKILL');
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, leave);
  const unwatch = whenNpmIsGone(leave);
  try {
    return await capture(command, options, (begun) => (child = begun));
  } finally {
    if (isLeaving) process.exit(130);
    unwatch();
    for (const signal of signals) process.off(signal, leave);
  }
}

/**
 * Says what is going on while it goes on: on a terminal with the seconds counting, elsewhere a line before and after.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress(what, work) {
  const started = Date.now();
  const line = (ending) => `${what} … ${((Date.now() - started) / 1000).toFixed(0)} 秒${ending}`;
  const out = process.stdout;
  if (out.isTTY) out.write(line(''));
  else out.write(`${what} …\n`);
  const ticking = out.isTTY && setInterval(() => out.write(`\r${line('')}`), 1000);
  try {
    const result = await work();
    out.write(out.isTTY ? `\r${line('，完成')}\n` : `${line('，完成')}\n`);
    return result;
  } catch (error) {
    if (out.isTTY) out.write('\n');
    throw error;
  } finally {
    clearInterval(ticking);
  }
}
