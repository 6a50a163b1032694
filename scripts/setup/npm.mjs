import { existsSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { faultFrom, SetupFault } from './faults.mjs';
import { captureToTheEnd, withProgress } from './processes.mjs';

/** What npm notes, below its folder, when an installation is complete. */
export const NOTE = 'node_modules/.package-lock.json';
/** Where npm's output says why it failed. */
const NPM_CODE = /npm (?:error|ERR!) code (\w+)/;
/**
 * What must not depend on whose machine it is: settings of the environment and of npmrc files are overruled. Without its
 * notices npm would not say why it failed; in colours we would not recognise it.
 */
const SETTINGS = [
  '--loglevel=notice',
  '--color=false',
  '--dry-run=false',
  '--global=false',
  '--package-lock=true',
  '--ignore-scripts=true',
  '--legacy-peer-deps=false',
  // To build, dev and optional packages are needed, also where the environment says production.
  '--include=dev',
  '--include=optional',
];
/** On a disk that fills up npm leaves files half written, warns of each of them, and ends as if all were well. */
const UNPACKING = /TAR_ENTRY_ERROR (\w+)/;

/**
 * Installs what the lock file of a folder names (npm ci) under the given Node, and shows npm's warnings. Throws a
 * SetupFault that says in words why that failed.
 * @param {string} node the program
 * @param {string} cwd
 * @param {string} what is going on, as people read it
 */
export async function installByNpm(node, cwd, what) {
  // npm lies beside a Node as a rule: beside the one that is to run it, or beside ours.
  const PATH = [dirname(node), dirname(process.execPath), process.env.PATH ?? ''].join(delimiter);
  const options = { cwd, env: { ...process.env, PATH }, shell: process.platform === 'win32' };
  const { output } = await withProgress(what, async () => {
    const result = await captureToTheEnd([...npmCommand(node), 'ci', ...SETTINGS], options).catch((error) => {
      if (!['ENOENT', 'EACCES'].includes(error.code)) throw error;
      throw new SetupFault('找不到 npm：请从 nodejs.org 安装 Node 24，它带有 npm。');
    });
    const isHalf = UNPACKING.test(result.output);
    // The next try must not take npm's note that it is complete for the truth.
    if (isHalf) rmSync(join(cwd, NOTE), { force: true });
    if (isHalf) throw faultFrom('安装依赖', firstLines(result.output), UNPACKING);
    if (result.code !== 0) throw faultFrom('安装依赖', result.output, NPM_CODE);
    return result;
  });
  const warnings = output.split('\n').filter((line) => /^npm warn/i.test(line));
  if (warnings.length > 0) console.log([...new Set(warnings)].join('\n'));
}

/** A warning for each of tens of thousands of files says no more than the first ones. */
const firstLines = (output) => output.split('\n').slice(0, 10).join('\n');

/** npm as this process was started by it, or the one on the PATH. */
function npmCommand(node) {
  const script = process.env.npm_execpath;
  return script?.endsWith('npm-cli.js') && existsSync(script) ? [node, script] : ['npm'];
}
