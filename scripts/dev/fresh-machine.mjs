/**
 * Walks both commands of README as newcomers do: in a fresh clone of what is committed, with each npm on each Node that it
 * says it runs on. Takes minutes a pair; by hand, before the versions in README are raised.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import semver from 'semver';
import { root } from '../setup/processes.mjs';
import { freePort } from '../test/services.mjs';

/** The newest of each main version when this was last walked; README says so. */
const NPMS = '10.9.9,11.21.2,12.2.2';
const NODES = '20.20.2,22.23.5,24.21.0';

const HELP = `node scripts/dev/fresh-machine.mjs [--npm V,…] [--node V,…] [--only STEP,…] [--uid N] [--folder NAME]
    [--without-pinned] [--keep]

  --npm, --node      versions to combine (default: ${NPMS} and ${NODES})
  --only             steps of npm test (default: format,tooling); "all" for every step, "none" for npm start alone
  --uid              run as this user, with a home of its own (needs root)
  --folder           name of the clone, to try blanks and Chinese characters
  --without-pinned   as on a system that npm has no pinned Node for
  --keep             leave the clones where they are`;

const TOOLS = join(root, '.cache/fresh-machine');
/** What a newcomer must not have to read. */
const NOISE = /EBADENGINE|install-scripts|allowScripts|ES2024|^\s+at .*\d\)?$|warn/im;
const LIMIT_MS = 90 * 60_000;

/** Unpacks one version of an npm package and answers its folder. */
function unpacked(name, version) {
  const folder = join(TOOLS, `${name}-${version}`);
  if (!existsSync(join(folder, 'package'))) {
    mkdirSync(folder, { recursive: true });
    const file = npmOut(['pack', '--silent', `${name}@${version}`], folder);
    execFileSync('tar', ['xzf', file], { cwd: folder });
  }
  return join(folder, 'package');
}

function npmOut(args, cwd = root) {
  return execFileSync('npm', args, { cwd, encoding: 'utf8' }).trim();
}

/** A folder with `node`, `npm` and `git` as a machine with these versions has them first in its PATH. */
function toolsOf(npm, node, into) {
  const bin = join(into, 'bin');
  mkdirSync(bin, { recursive: true });
  const program = join(unpacked(`node-${process.platform}-${process.arch}`, node), 'bin/node');
  cpSync(program, join(bin, 'node'));
  cpSync(unpacked('npm', npm), join(into, 'npm'), { recursive: true });
  symlinkSync(join(into, 'npm/bin/npm-cli.js'), join(bin, 'npm'));
  return bin;
}

/** A clone of what is committed; as on a system without a pinned Node, no package of it is named in it. */
function cloneInto(folder, withoutPinned) {
  execFileSync('git', ['clone', '--quiet', root, folder]);
  if (!withoutPinned) return;
  const name = `node-${process.platform}-${process.arch}`;
  const edit = (file, change) => {
    const json = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    change(json);
    writeFileSync(join(folder, file), `${JSON.stringify(json, null, 2)}\n`);
  };
  edit('package.json', (manifest) => delete manifest.optionalDependencies[name]);
  edit('package-lock.json', ({ packages }) => {
    delete packages[''].optionalDependencies[name];
    delete packages[`node_modules/${name}`];
  });
}

async function walk(npm, node, options) {
  const home = mkdtempSync(join(tmpdir(), 'fresh-machine-'));
  const folder = join(home, options.folder ?? 'lvzheng');
  const uid = options.uid === undefined ? undefined : Number(options.uid);
  try {
    const bin = toolsOf(npm, node, join(home, 'tools'));
    cloneInto(folder, options['without-pinned']);
    if (uid !== undefined) execFileSync('chown', ['-R', `${uid}:${uid}`, home]);
    const port = await freePort();
    const cafile = npmOut(['config', 'get', 'cafile']);
    const env = {
      ...withoutNpms(process.env),
      PATH: [bin, '/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'].join(delimiter),
      HOME: home,
      PORT: String(port),
      TMPDIR: uid === undefined ? tmpdir() : home,
      // Where packages come from is the machine's affair, whoever works on it.
      npm_config_registry: npmOut(['config', 'get', 'registry']),
      ...(cafile !== 'null' && { npm_config_cafile: cafile }),
      ...(uid === undefined && { npm_config_cache: npmOut(['config', 'get', 'cache']) }),
    };
    const how = { cwd: folder, env, uid, gid: uid, detached: true, stdio: ['ignore', 'pipe', 'pipe'] };
    const lines = [await start(bin, port, how)];
    const steps = options.only ?? 'format,tooling';
    if (steps !== 'none') lines.push(await test(bin, steps, how));
    return lines;
  } finally {
    if (!options.keep) rmSync(home, { recursive: true, force: true });
    else console.log(`kept: ${home}`);
  }
}

/** The environment without what the npm that may have started us put into it. */
function withoutNpms(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(npm_|NODE_(?!EXTRA)|INIT_CWD|CI$)/i.test(name)));
}

/** Runs a command until it ends or has printed `enough`, then ends it as Ctrl-C does; answers what it printed. */
function runUntil(command, args, how, enough, whenEnough) {
  const child = spawn(command, args, how);
  let output = '';
  const stop = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It has ended.
    }
  };
  const limit = setTimeout(() => stop('SIGKILL'), LIMIT_MS);
  let seen;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      output += part;
      if (!enough?.test(output) || seen) return;
      seen = whenEnough().finally(() => stop('SIGINT'));
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', async (code) => {
      clearTimeout(limit);
      resolve({ output, code, seen: await seen });
    });
  });
}

async function start(bin, port, how) {
  const began = Date.now();
  const { output, seen } = await runUntil(join(bin, 'npm'), ['start'], how, /按 Ctrl-C 停止/, async () => {
    const pages = ['/', '/admin/', '/verify', '/readyz'].map((page) => fetch(`http://127.0.0.1:${port}${page}`));
    return (await Promise.all(pages)).every(({ ok }) => ok);
  });
  return verdict('npm start', began, seen === true, output);
}

async function test(bin, steps, how) {
  const began = Date.now();
  const args = steps === 'all' ? ['test'] : ['test', '--', '--only', steps];
  const { output, code } = await runUntil(join(bin, 'npm'), args, how);
  const counted = /^\d+ passed, \d+ failed$/m.exec(output)?.[0] ?? 'no count';
  return verdict(`npm test (${steps}): ${counted}`, began, code === 0, output);
}

function verdict(what, began, isFine, output) {
  // Tests may name whatever they like; the set-up may not.
  const noise = what.startsWith('npm start') ? output.split('\n').filter((line) => NOISE.test(line)) : [];
  if (!isFine || noise.length > 0) console.log(output);
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  for (const [step] of output.matchAll(/^.*秒，完成$/gm)) console.log(`         ${step}`);
  return {
    what,
    isFine: isFine && noise.length === 0,
    text: `${what}, ${seconds} s${noise.length > 0 ? ', NOISE' : ''}`,
  };
}

async function main() {
  const { values } = parseArgs({
    options: {
      npm: { type: 'string', default: NPMS },
      node: { type: 'string', default: NODES },
      only: { type: 'string' },
      uid: { type: 'string' },
      folder: { type: 'string' },
      'without-pinned': { type: 'boolean' },
      keep: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return console.log(HELP);
  for (const npm of values.npm.split(',')) {
    const { engines } = JSON.parse(readFileSync(join(unpacked('npm', npm), 'package.json'), 'utf8'));
    for (const node of values.node.split(',').filter((version) => semver.satisfies(version, engines.node))) {
      for (const { isFine, text } of await walk(npm, node, values)) {
        console.log(`${isFine ? 'ok    ' : 'FAILED'} npm ${npm} on Node ${node}: ${text}`);
        if (!isFine) process.exitCode = 1;
      }
    }
  }
}

await main();
