import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { alone } from '../setup/alone.mjs';
import { faultFrom, SetupFault } from '../setup/faults.mjs';
import { ensureInstalled } from '../setup/install.mjs';
import { goOnUnderPinnedNode } from '../setup/node-version.mjs';
import { refuseFullDisk, refuseUnwritable } from '../setup/preflight.mjs';
import { captureToTheEnd, root, withProgress } from '../setup/processes.mjs';
import { hashInputs, openHashes } from './inputs.mjs';

const HELP = `node scripts/build.mjs [bff] [h5] [weapp] [admin] [--force]

Builds into dist/ what has changed since it was last built; without names, all four.
  --force   build even what has not changed`;

/** Room that all builds and their caches take, several times over, MB. */
const NEEDED_MB = 200;
/** What of a tool's chatter is shown although its build succeeded. */
const WARNING = /warn(ing)?\b|deprecat/i;

/** What both builds of the members' client read. */
const TARO_INPUTS = [
  'miniapp',
  'bff/contract',
  'config/index.ts',
  'config/dev.ts',
  'config/prod.ts',
  'config/weapp-output.ts',
  'config/weapp-styles.ts',
  'babel.config.js',
];

/** What each build reads (folders or files, settings of the environment), makes, and the command. */
const TARGETS = {
  bff: {
    inputs: ['bff', 'tsconfig.json'],
    output: 'dist/bff/main.js',
    command: ['node_modules/typescript/bin/tsc', '-p', 'bff/tsconfig.build.json'],
  },
  h5: {
    inputs: TARO_INPUTS,
    output: 'dist/h5/index.html',
    command: ['node_modules/@tarojs/cli/bin/taro', 'build', '--type', 'h5'],
  },
  weapp: {
    inputs: [...TARO_INPUTS, 'project.config.json'],
    // Built into the client, so another value is another client.
    settings: ['API_ORIGIN'],
    output: 'dist/weapp/app.json',
    command: ['node_modules/@tarojs/cli/bin/taro', 'build', '--type', 'weapp'],
  },
  admin: {
    inputs: ['admin', 'bff/contract', 'config/admin.vite.ts'],
    output: 'dist/admin/index.html',
    command: ['node_modules/vite/bin/vite.js', 'build', '--config', 'config/admin.vite.ts'],
  },
};

export const TARGET_NAMES = Object.keys(TARGETS);

/**
 * Builds the named targets that are out of date, one after the other. Throws a SetupFault when one fails.
 * @param {string[]} names
 * @param {{ force?: boolean }} [options]
 */
export async function build(names, { force = false } = {}) {
  const isFresh = (name) =>
    !force && existsSync(join(root, TARGETS[name].output)) && readStamp(name) === inputsOf(name);
  const areFresh = names.every(isFresh);
  keepHashes();
  if (areFresh) return;
  await alone(async () => {
    for (const name of names) if (!isFresh(name)) await buildAnew(name);
  });
}

async function buildAnew(name) {
  const { output, command } = TARGETS[name];
  refuseUnwritable(dirname(stampOf(name)));
  refuseUnwritable(join(root, 'dist'));
  refuseFullDisk(root, NEEDED_MB);
  const inputs = inputsOf(name);
  // From here on nothing is known of what lies in dist, until the build has succeeded.
  rmSync(stampOf(name), { force: true });
  // What was made of a file that is gone must go too: a migration left behind would run.
  rmSync(join(root, dirname(output)), { recursive: true, force: true });
  await withProgress(`构建 ${name}`, () => runBuild(name, command));
  if (!existsSync(join(root, output))) throw new SetupFault(`构建 ${name} 失败：没有生成 ${output}。`);
  writeFileSync(stampOf(name), inputs);
}

const stampOf = (name) => join(root, '.cache/build', name);
const readStamp = (name) => existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8');

/** Every start looks whether something has changed: reading 4,000 files anew would take longer than the rest of it. */
const hashes = openHashes(join(root, '.cache/build-inputs.json'));

/** A folder that cannot be written says so where something is built. */
function keepHashes() {
  try {
    hashes.keep();
  } catch {
    // It only saves the next look.
  }
}

/** What the output is made of: a hash of the files, and the settings. */
function inputsOf(name) {
  const { inputs, settings = [] } = TARGETS[name];
  const values = settings.map((key) => `${key}=${process.env[key] ?? ''}`);
  return [hashInputs(root, [...inputs, 'package-lock.json'], hashes.hashOf), ...values].join('\n');
}

/** Runs a tool; its output is shown when it fails, and of a success only what warns. */
async function runBuild(name, command) {
  const env = { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' };
  const { code, output } = await captureToTheEnd([process.execPath, ...command], { env });
  if (code !== 0) throw faultFrom(`构建 ${name} `, output);
  const warnings = output.split('\n').filter((line) => WARNING.test(line));
  if (warnings.length > 0) console.log(`\n${warnings.join('\n')}`);
}

/** @param {string[]} args */
export async function main(args) {
  if (args.includes('--help')) return console.log(HELP);
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = args.filter((arg) => arg !== '--force' && !TARGET_NAMES.includes(arg));
  if (unknown.length > 0) throw new SetupFault(`unknown: ${unknown.join(' ')}\n\n${HELP}`);
  await ensureInstalled();
  await goOnUnderPinnedNode();
  await build(names.length > 0 ? names : TARGET_NAMES, { force: args.includes('--force') });
}
