import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, TARGET_NAMES } from './build.mjs';
import { ensureInstalled, reexecUnderPinnedNode, root, run } from './setup/install.mjs';
import { parseArguments, SUITES } from './test/arguments.mjs';
import { countTests } from './test/count.mjs';
import { startServices } from './test/services.mjs';
import { ensureSystemPackages } from './test/system-packages.mjs';

const tsc = (project) => [
  ...['node_modules/typescript/bin/tsc', '--noEmit', '-p', project],
  // Only what changed since the last run is checked again.
  ...['--incremental', '--tsBuildInfoFile', `.cache/tsc/${project === '.' ? 'root' : project}.tsbuildinfo`],
];

/** Checks without tests, by name; each is a list of commands for node. */
const CHECKS = {
  format: [['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
  lint: [['node_modules/eslint/bin/eslint.js', '--config', 'config/eslint.config.js', '--max-warnings', '0', '.']],
  types: [tsc('.'), tsc('bff'), tsc('miniapp'), tsc('admin')],
  imports: [
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      'config/depcruise.cjs',
      'bff',
      'miniapp',
      'admin',
    ],
  ],
};

const failures = [];
let passedTests = 0;
let failedTests = 0;

async function step(title, work) {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 70 - title.length))}`);
  const started = Date.now();
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

async function runCheck(name) {
  let isFine = true;
  for (const command of CHECKS[name]) isFine = (await run([process.execPath, ...command], {})) === 0 && isFine;
  return isFine;
}

async function runSuite(name, env, folder) {
  const results = join(folder, `${name}.json`);
  const jest = ['node_modules/jest/bin/jest.js', '-c', 'config/jest.ts', '--selectProjects', name];
  // One browser at a time: the two cores are busy with it and the server.
  if (name === 'e2e') jest.push('--runInBand');
  const code = await run([process.execPath, ...jest, '--json', '--outputFile', results], {
    ...env,
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
  });
  const { passed, failed } = countTests(results);
  passedTests += passed;
  failedTests += failed;
  return code === 0 && failed === 0;
}

async function main() {
  const wanted = parseArguments(process.argv.slice(2), [...Object.keys(CHECKS), 'build', ...SUITES]);
  if (wanted.help) return console.log(wanted.help);
  await ensureInstalled();
  await reexecUnderPinnedNode();
  process.chdir(root);

  const suites = SUITES.filter((suite) => wanted.steps.includes(suite));
  const { leftOut, explanation } = ensureSystemPackages(suites);
  if (leftOut.length > 0) {
    console.log(`${explanation}\nLEFT OUT: ${leftOut.join(', ')}`);
    if (process.env.CI) failures.push(`CI leaves nothing out, but cannot run ${leftOut.join(', ')}`);
  }

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
    for (const name of Object.keys(CHECKS).filter((check) => wanted.steps.includes(check))) {
      await step(name, () => runCheck(name));
    }
    const runnable = suites.filter((suite) => !leftOut.includes(suite));
    let isBuilt = true;
    if (wanted.steps.includes('build') || runnable.includes('e2e')) {
      isBuilt = await step('build', () => build(TARGET_NAMES).then(() => true));
    }
    const env = { TEST_DIR: folder };
    if (runnable.includes('bff-mysql')) {
      await step('start MariaDB and Redis', async () => {
        services = await startServices();
        Object.assign(env, { TEST_MYSQL_URL: services.mysqlUrl, TEST_REDIS_URL: services.redisUrl });
        return true;
      });
    }
    for (const suite of runnable) {
      if (suite === 'e2e' && !isBuilt) failures.push('e2e: nothing to test, the build failed');
      else await step(suite, () => runSuite(suite, env, folder));
    }
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

main().catch((error) => {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});
