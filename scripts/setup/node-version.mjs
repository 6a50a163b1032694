import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFault } from './faults.mjs';
import { root, whenNpmIsGone } from './processes.mjs';

const SYSTEM = process.platform === 'win32' ? 'win' : process.platform;
/** The npm package that is Node for this machine, and the one program in it. */
const PACKAGE = `node-${SYSTEM}-${process.arch}`;
const PROGRAM = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';

/** Where the pinned Node is kept that installs the packages when the installed Node is too old for that. */
export const FIRST_NODE = join(root, '.cache/node');

/**
 * The pinned Node of this machine's kind, from the one list in package.json; undefined where npm has none (macOS).
 * @returns {{ name: string, version: string } | undefined}
 */
export function pinnedPackage() {
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const version = optionalDependencies[PACKAGE];
  return version && { name: PACKAGE, version };
}

/**
 * Whether this Node runs our code and our libraries; the same range stands in package.json, `engines`.
 * @param {string} version as process.version
 */
export function isNewEnough(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 18);
}

/**
 * Path of the pinned Node if it is there and runs on this machine (a Linux without glibc has the file but cannot run it).
 * @returns {string | undefined}
 */
export function findPinnedNode() {
  const pinned = pinnedPackage();
  if (!pinned) return undefined;
  const places = [root, FIRST_NODE].map((folder) => join(folder, 'node_modules', pinned.name, PROGRAM));
  return places.find((file) => existsSync(file) && versionOf(file) === `v${pinned.version}`);
}

function versionOf(file) {
  // Options of the environment are for the Node that is installed: another one may refuse them.
  const env = { ...process.env, NODE_OPTIONS: '' };
  return spawnSync(file, ['--version'], { encoding: 'utf8', env }).stdout?.trim();
}

/** That the installed Node is too old, and there is no pinned one to go on with. */
export function tooOld() {
  return new SetupFault(
    `需要 Node 22（22.18 起）、24 或更新的版本，现在是 ${process.version}，` +
      `这台机器（${SYSTEM}-${process.arch}）上也没有可用的固定版本：请从 nodejs.org 安装 Node 24 后再试。`,
  );
}

/**
 * Goes on under the pinned Node if another one runs: the script starts again there with the same arguments, and this
 * process ends with its exit code. Without a pinned Node the installed one goes on if it is new enough. Call after
 * `ensureInstalled`.
 */
export async function goOnUnderPinnedNode() {
  const pinned = findPinnedNode();
  if (!pinned && !isNewEnough(process.version)) throw tooOld();
  if (!pinned || isSame(pinned, process.execPath)) return;
  const child = spawn(pinned, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' });
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

/** The running Node may be gone from the disk: npm start ran it from node_modules, and that was installed anew since. */
function isSame(file, running) {
  return existsSync(running) && realpathSync(file) === realpathSync(running);
}
