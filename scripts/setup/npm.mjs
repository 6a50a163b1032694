import { rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { faultFrom, SetupFault } from './faults.mjs';
import { capture, withProgress } from './processes.mjs';

/** What npm notes, below its folder, when an installation is complete. */
export const NOTE = 'node_modules/.package-lock.json';
/** Where npm's output says why it failed. */
const NPM_CODE = /npm (?:error|ERR!) code (\w+)/;
/** On a disk that fills up npm leaves files half written, warns of each of them, and ends as if all were well. */
const UNPACKING = /TAR_ENTRY_ERROR (\w+)/;

/**
 * Runs npm under the given Node and shows its warnings. Throws a SetupFault that says in words why it failed.
 * @param {string} node the program
 * @param {string[]} args
 * @param {string} cwd
 * @param {string} what is going on, as people read it
 */
export async function runNpm(node, args, cwd, what) {
  const PATH = `${dirname(node)}${delimiter}${process.env.PATH}`;
  const options = { cwd, env: { ...process.env, PATH }, shell: process.platform === 'win32' };
  const { output } = await withProgress(what, async () => {
    const result = await endingWithUs((signal) =>
      capture([...npmCommand(node), ...args], { ...options, signal }),
    ).catch((error) => {
      throw error.code === 'ENOENT' ? new SetupFault('找不到 npm：请从 nodejs.org 安装 Node 24，它带有 npm。') : error;
    });
    const isHalf = UNPACKING.test(result.output);
    // The next try must not take npm's note that it is complete for the truth.
    if (isHalf) rmSync(join(cwd, NOTE), { force: true });
    if (result.code !== 0 || isHalf) throw faultFrom('安装依赖', result.output, isHalf ? UNPACKING : NPM_CODE);
    return result;
  });
  const warnings = output.split('\n').filter((line) => /^npm warn/i.test(line));
  if (warnings.length > 0) console.log([...new Set(warnings)].join('\n'));
}

/** An npm that outlives us would be in the way of the next one. */
async function endingWithUs(work) {
  const leaving = new AbortController();
  const leave = () => {
    leaving.abort();
    process.exit(130);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, leave);
  try {
    return await work(leaving.signal);
  } finally {
    for (const signal of signals) process.off(signal, leave);
  }
}

/** npm as this process was started by it, or the one on the PATH. */
function npmCommand(node) {
  const script = process.env.npm_execpath;
  return script?.endsWith('npm-cli.js') ? [node, script] : ['npm'];
}
