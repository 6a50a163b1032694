import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from '../setup/install.mjs';
import { inWords } from '../setup/faults.mjs';
import { goOnUnderPinnedNode } from '../setup/node-version.mjs';
import { capture, root, run } from '../setup/processes.mjs';
import { parseArguments, SUITES } from './arguments.mjs';
import { countTests } from './count.mjs';
import { inTwoLanes } from './lanes.mjs';
import { startServices } from './services.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/** The native compiler: a quarter of the time; ESLint needs the one in JavaScript (ADR 54). */
const tsc = (project) => [
  'node_modules/tsc-native/bin/tsc',
  '--noEmit',
  // One lane is one core (below).
  '--singleThreaded',
  '-p',
  project,
  // Only what changed since the last run is checked again.
  '--incremental',
  '--tsBuildInfoFile',
  `.cache/tsc/${project === '.' ? 'root' : project}.tsbuildinfo`,
];

/** Checks without tests, by name; each is a list of commands for node. The longest come first. */
const CHECKS = {
  build: [['scripts/build.mjs']],
  // What the text tells, then what the types tell.
  lint: [
    ['node_modules/eslint/bin/eslint.js', '--config', 'config/eslint.config.js', '--max-warnings', '0', '.'],
    ['node_modules/oxlint/bin/oxlint', '--config', 'config/oxlint.json', '--threads', '1'],
  ],
  types: [tsc('.'), tsc('bff'), tsc('miniapp'), tsc('admin')],
  imports: [
    [
      'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
      '--config',
      'config/depcruise.cjs',
      'bff',
      'miniapp',
      'admin',
    ],
  ],
  format: [['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
};

/**
 * Suites that begin with the checks: together they take as long as the browser's suite is still busy when all checks have
 * ended, and one core has nothing else to do.
 */
const LONE_SUITES = ['admin', 'tooling'];

const failures = [];
let passedTests = 0;
let failedTests = 0;

async function step(title, started, work) {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 70 - title.length))}`);
  let isFine = false;
  try {
    isFine = await work();
  } catch (error) {
    console.error(error.message);
  }
  console.log(`${isFine ? 'ok' : 'FAILED'}: ${title}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (!isFine) failures.push(title);
  return isFine;
}

/** A check, its output shown as one piece when it has ended: two of them run side by side. */
async function check(name) {
  const started = Date.now();
  let isFine = true;
  let shown = '';
  for (const command of CHECKS[name]) {
    const { code, output } = await capture([process.execPath, ...command]);
    isFine &&= code === 0;
    shown += output;
  }
  await step(name, started, () => {
    process.stdout.write(shown);
    return isFine;
  });
}

/**
 * Runs suites of config/jest.ts in one go.
 * @param {typeof run} execute
 * @param {string[]} options for Jest
 */
async function runSuites(names, env, folder, execute, options = []) {
  const results = join(folder, `${names.join('-')}.json`);
  // Files that replace modules are a project of their own (config/jest.ts).
  const projects = names.flatMap((name) => (name.startsWith('bff-') ? [name, `${name}-mocks`] : [name]));
  const jest = ['node_modules/jest/bin/jest.js', '-c', 'config/jest.ts', ...options, '--selectProjects', ...projects];
  const code = await execute([process.execPath, ...jest, '--json', '--outputFile', results], {
    ...env,
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
  });
  const { passed, failed } = countTests(results);
  passedTests += passed;
  failedTests += failed;
  return code === 0 && failed === 0;
}

/** A suite beside what else is done meanwhile, with one core (a browser and its server need more); shown like a check. */
async function besides(suite, env, folder) {
  if (suite === 'e2e' && failures.includes('build'))
    return void failures.push('e2e: nothing to test, the build failed');
  const started = Date.now();
  let shown = '';
  const execute = async (command, more) => {
    const { code, output } = await capture(command, { env: { ...process.env, ...more } });
    shown = output;
    return code;
  };
  const isFine = await runSuites([suite], env, folder, execute, ['--runInBand']);
  await step(suite, started, () => {
    process.stdout.write(shown);
    return isFine;
  });
}

/**
 * `npm test`: installs what is missing and runs the named steps, or all; the last line counts the tests.
 * @param {string[]} args
 */
export async function main(args) {
  try {
    await runSteps(args);
  } catch (error) {
    console.error(inWords(error));
    console.log('0 passed, 1 failed');
    process.exitCode = 1;
  }
}

async function runSteps(args) {
  const wanted = parseArguments(args, [...Object.keys(CHECKS), ...SUITES]);
  if (wanted.help) return console.log(wanted.help);
  await ensureInstalled();
  await goOnUnderPinnedNode();
  process.chdir(root);

  const suites = SUITES.filter((suite) => wanted.steps.includes(suite));
  const { leftOut, explanation } = ensureSystemPackages(suites);
  if (leftOut.length > 0) {
    console.log(`${explanation}\nLEFT OUT: ${leftOut.join(', ')}`);
    if (process.env.CI) failures.push(`CI leaves nothing out, but cannot run ${leftOut.join(', ')}`);
  }

  // The browser needs something to look at.
  const needed = wanted.steps.concat(suites.includes('e2e') ? 'build' : []);
  const folder = mkdtempSync(join(tmpdir(), 'lvzheng-test-'));
  let services;
  const clean = async () => {
    rmSync(folder, { recursive: true, force: true });
    await services?.stop();
  };
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ]) {
    process.once(signal, () => void clean().finally(() => process.exit(code)));
  }
  try {
    const runnable = suites.filter((suite) => !leftOut.includes(suite));
    const env = { TEST_DIR: folder, ...(wanted.isFull && { TEST_FULL: 'true' }) };
    const checks = Object.keys(CHECKS).filter((name) => needed.includes(name));
    let built = Promise.resolve();
    const tasks = checks.map((name) => () => {
      const checked = check(name);
      if (name === 'build') built = checked;
      return checked;
    });
    const lone = LONE_SUITES.filter((name) => checks.length > 0 && runnable.includes(name));
    tasks.push(...lone.map((name) => () => besides(name, env, folder)));
    // After the build, which was begun before, and early: it takes longest.
    if (runnable.includes('e2e')) tasks.splice(2, 0, () => built.then(() => besides('e2e', env, folder)));
    const names = [...checks, ...(runnable.includes('e2e') ? ['e2e'] : []), ...lone];
    if (names.length > 0) console.log(`Two at a time, each shown when it has ended: ${names.join(', ')} …`);
    const others = runnable.filter((suite) => suite !== 'e2e' && !lone.includes(suite));
    tasks.push(async () => {
      if (others.includes('bff-mysql')) {
        await step('start MariaDB and Redis', Date.now(), async () => {
          services = await startServices();
          Object.assign(env, { TEST_MYSQL_URL: services.mysqlUrl, TEST_REDIS_URL: services.redisUrl });
          return true;
        });
      }
      // In one go, so that both cores are busy until the last file; the browser's suite, which mostly waits, ends beside it.
      if (others.length > 0) await step(others.join(', '), Date.now(), () => runSuites(others, env, folder, run));
    });
    await inTwoLanes(tasks);
  } finally {
    await clean();
  }
  report(leftOut);
}

function report(leftOut) {
  console.log('\n── summary ──────────────────────────────────────────────────────────────');
  if (leftOut.length > 0) console.log(`left out: ${leftOut.join(', ')}`);
  console.log(failures.length > 0 ? `failed: ${failures.join(', ')}` : 'everything that ran is fine');
  process.exitCode = failures.length > 0 ? 1 : 0;
  // A check that failed, or a suite that could not start, is a failure that no test counted.
  const failed = failures.length > 0 ? Math.max(failedTests, failures.length) : failedTests;
  console.log(`${passedTests} passed, ${failed} failed`);
}
