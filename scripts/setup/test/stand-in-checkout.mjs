import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../processes.mjs';

const SYSTEM = process.platform === 'win32' ? 'win' : process.platform;
const NODE = `node-${SYSTEM}-${process.arch}`;
const FILES = ['package.json', 'package-lock.json', '.npmrc', 'tsconfig.json'];
const FOLDERS = ['scripts/setup', 'scripts/start', 'scripts/build', 'scripts/test'];
const COMMANDS = ['scripts/start.mjs', 'scripts/test.mjs', 'scripts/build.mjs'];
const COMPILER = `
  import { mkdirSync, writeFileSync } from 'node:fs';
  if (process.env.COMPILER_FAILS) {
    console.error(process.env.COMPILER_FAILS);
    process.exit(1);
  }
  mkdirSync('dist/bff', { recursive: true });
  writeFileSync('dist/bff/main.js', '');`;

/**
 * A checkout with nothing installed, of which npm is the one beside this file: the commands are the real ones.
 * Its pinned Node is the one that runs the test.
 */
export function makeCheckout() {
  const folder = mkdtempSync(join(tmpdir(), '律证 set-up '));
  const log = join(folder, 'calls');
  for (const path of [...FILES, ...FOLDERS, ...COMMANDS]) {
    cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  mkdirSync(join(folder, 'bff'));
  cpSync(new URL('stand-in-npm.mjs', import.meta.url), join(folder, 'npm-cli.js'));
  const edit = (file, change) => {
    const json = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    change(json);
    writeFileSync(join(folder, file), JSON.stringify(json));
  };
  const version = process.versions.node;
  edit('package.json', (manifest) => (manifest.optionalDependencies = { [NODE]: version }));
  edit('package-lock.json', ({ packages }) => {
    packages[`node_modules/${NODE}`] = { version, integrity: 'sha512-of-the-lock-file', optional: true };
  });
  return {
    folder,
    /** What npm was called with, in order. */
    calls: () =>
      existsSync(log)
        ? readFileSync(log, 'utf8')
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line))
        : [],
    /** No pinned Node for this kind of machine. */
    forgetPinned: () => edit('package.json', (manifest) => (manifest.optionalDependencies = {})),
    /** What someone's own npm ci leaves, without some of the packages. */
    installAllBut(left) {
      const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
      const there = Object.fromEntries(Object.entries(packages).filter(([path]) => !left.test(path)));
      mkdirSync(join(folder, 'node_modules'), { recursive: true });
      writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: there }));
    },
    write(path, content) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), content);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
    /**
     * Runs a command of the checkout; `on` makes it believe that another Node runs it, `endWhenNpmRuns` ends it then,
     * `onOutput` hears what it has said so far.
     * @param {string[]} command
     * @param {{ env?: Record<string, string>, on?: string, endWhenNpmRuns?: NodeJS.Signals, node?: string, onOutput?: (output: string) => void }} [how]
     * @returns {Promise<{ code: number, output: string }>}
     */
    run([script, ...args], { env = {}, on, endWhenNpmRuns, node = process.execPath, onOutput = () => undefined } = {}) {
      const pretend = `Object.defineProperty(process, 'version', { value: 'v${on}' });
        Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${on}' } });`;
      const nodeArgs = on ? ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`] : [];
      const child = spawn(node, [...nodeArgs, join(folder, 'scripts', script), ...args], {
        cwd: folder,
        env: {
          PATH: process.env.PATH,
          npm_execpath: join(folder, 'npm-cli.js'),
          STAND_IN_LOG: log,
          STAND_IN_NODE_AT: `node_modules/${NODE}`,
          STAND_IN_COMPILER: COMPILER,
          ...env,
        },
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (part) => onOutput((output += part)));
      }
      const watch = setInterval(() => {
        // A whole line: npm writes half a megabyte, and would be ended amid it.
        if (!endWhenNpmRuns || !existsSync(log) || !readFileSync(log, 'utf8').endsWith('\n')) return;
        clearInterval(watch);
        child.kill(endWhenNpmRuns);
      }, 20);
      child.once('close', () => clearInterval(watch));
      return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
    },
  };
}
