import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const LOCK = join(root, 'package-lock.json');
const STAMP = join(root, 'node_modules/.installed-from');
const PINNED_NODE = join(root, 'node_modules/node/bin/node');

/**
 * Installs the packages of package-lock.json when they are missing or the lock file has changed since.
 * Shows npm's own output. Throws when npm fails.
 */
export async function ensureInstalled() {
  const wanted = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted && existsSync(PINNED_NODE)) return;
  if (!matchesLock()) {
    console.log('Installing packages (npm ci); the first time takes a few minutes …');
    const code = await run(npmCommand().concat('ci'), {});
    if (code !== 0) throw new Error(`npm ci ended with ${code}; see above`);
  }
  writeFileSync(STAMP, wanted);
}

/**
 * Goes on under the Node that this project pins (npm package `node`), if another one runs: the script starts again
 * there with the same arguments, and this process ends with its exit code. Call after `ensureInstalled`.
 */
export async function reexecUnderPinnedNode() {
  if (realpathSync(process.execPath) === realpathSync(PINNED_NODE)) return;
  const child = spawn(PINNED_NODE, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' });
  // Ctrl-C reaches the child by itself; whoever signals this process means the child.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  whenNpmIsGone(() => child.kill('SIGTERM'));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status, signal) => resolve(status ?? (signal === 'SIGINT' ? 130 : 1)));
  });
  process.exit(code);
}

/**
 * npm that is told to end does not pass it on: the shell it started us from is gone then, and another is our parent.
 * Without npm nothing is watched, so that a script may outlive the terminal it was started from.
 * @param {() => void} stop
 */
export function whenNpmIsGone(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
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
 * Runs a command in the repository's root and keeps what it prints; resolves with that and the exit code.
 * @param {string[]} command
 * @returns {Promise<{ code: number, output: string }>}
 */
export function capture([file, ...args]) {
  const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const parts = [];
  child.stdout.on('data', (part) => parts.push(part));
  child.stderr.on('data', (part) => parts.push(part));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(parts).toString() }));
  });
}

/** Whether what npm noted in node_modules is what the lock file asks for, so that someone's own `npm ci` counts. */
function matchesLock() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed) || !existsSync(PINNED_NODE)) return false;
  const there = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(LOCK, 'utf8')).packages;
  return Object.entries(wanted).every(
    // Optional packages are left out on machines they are not for.
    ([path, { version, optional, link }]) => path === '' || optional || link || there[path]?.version === version,
  );
}

/** npm as this process was started by it, or the one on the PATH. */
function npmCommand() {
  const script = process.env.npm_execpath;
  return script?.endsWith('npm-cli.js') ? [process.execPath, script] : ['npm'];
}
