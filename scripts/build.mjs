import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hashInputs } from './build/inputs.mjs';
import { ensureInstalled, reexecUnderPinnedNode, root, run } from './setup/install.mjs';

const HELP = `node scripts/build.mjs [bff] [h5] [weapp] [admin] [--force]

Builds into dist/ what has changed since it was last built; without names, all four.
  --force   build even what has not changed`;

/** What each build reads (folders or files, settings of the environment), makes, and the command. */
const TARGETS = {
  bff: {
    inputs: ['bff', 'tsconfig.json'],
    output: 'dist/bff/main.js',
    command: ['node_modules/typescript/bin/tsc', '-p', 'bff/tsconfig.build.json'],
  },
  h5: {
    inputs: ['miniapp', 'bff/contract', 'config/index.ts', 'config/dev.ts', 'config/prod.ts', 'babel.config.js'],
    output: 'dist/h5/index.html',
    command: ['node_modules/@tarojs/cli/bin/taro', 'build', '--type', 'h5'],
  },
  weapp: {
    inputs: [
      ...['miniapp', 'bff/contract', 'config/index.ts', 'config/dev.ts', 'config/prod.ts', 'babel.config.js'],
      'project.config.json',
    ],
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
 * Builds the named targets that are out of date, one after the other. Throws when one fails.
 * @param {string[]} names
 * @param {{ force?: boolean }} [options]
 */
export async function build(names, { force = false } = {}) {
  for (const name of names) {
    const { inputs, settings = [], output, command } = TARGETS[name];
    const stamp = join(root, '.cache/build', name);
    const values = settings.map((key) => `${key}=${process.env[key] ?? ''}`);
    const hash = [hashInputs(root, [...inputs, 'package-lock.json']), ...values].join('\n');
    const isFresh = existsSync(join(root, output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
    if (isFresh && !force) {
      console.log(`${name}: up to date`);
      continue;
    }
    console.log(`${name}: building …`);
    const started = Date.now();
    // What was made of a file that is gone must go too: a migration left behind would run.
    rmSync(join(root, dirname(output)), { recursive: true, force: true });
    const code = await run([process.execPath, ...command], { NODE_ENV: 'production', NODE_OPTIONS: '' });
    if (code !== 0) throw new Error(`the build of ${name} failed`);
    if (!existsSync(join(root, output))) throw new Error(`the build of ${name} made no ${output}`);
    mkdirSync(join(root, '.cache/build'), { recursive: true });
    writeFileSync(stamp, hash);
    console.log(`${name}: built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
}

async function main(args) {
  if (args.includes('--help')) return console.log(HELP);
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = args.filter((arg) => arg !== '--force' && !TARGET_NAMES.includes(arg));
  if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(' ')}\n\n${HELP}`);
  await ensureInstalled();
  await reexecUnderPinnedNode();
  await build(names.length > 0 ? names : TARGET_NAMES, { force: args.includes('--force') });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
