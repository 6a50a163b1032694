import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What the tests need besides npm packages: how to see it, the Debian package that has it, the suites that need it. */
const NEEDS = [
  { command: 'mariadbd', debian: 'mariadb-server-core', suites: ['tooling', 'bff-mysql'] },
  { command: 'mariadb-install-db', debian: 'mariadb-server-core', suites: ['tooling', 'bff-mysql'] },
  { command: 'mariadb', debian: 'mariadb-client-core', suites: ['tooling', 'bff-mysql'] },
  { command: 'redis-server', debian: 'redis-server', suites: ['tooling', 'bff-mysql'] },
  { command: 'pdfsig', debian: 'poppler-utils', suites: ['documents', 'bff-sqlite', 'bff-mysql', 'e2e'] },
  { command: 'qpdf', debian: 'qpdf', suites: ['documents', 'bff-sqlite', 'bff-mysql'] },
  { file: '/usr/share/fonts/truetype/hanazono/HanaMinB.ttf', debian: 'fonts-hanazono', suites: ['documents'] },
  { command: 'chromium', debian: 'chromium', suites: ['e2e'] },
  { file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', debian: 'fonts-noto-cjk', suites: ['e2e'] },
];

/** Debian starts a service after installing it, unless this file says no. */
const POLICY = '/usr/sbin/policy-rc.d';

/**
 * Installs what is missing for the given suites when this is Debian and we are root.
 * @param {string[]} suites
 * @returns {{ leftOut: string[], explanation: string }} suites that cannot run, and why
 */
export function ensureSystemPackages(suites) {
  let missing = missingFor(suites);
  if (missing.length > 0 && process.getuid?.() === 0 && has('apt-get')) {
    install([...new Set(missing.map((need) => need.debian))]);
    missing = missingFor(suites);
  }
  const leftOut = suites.filter((suite) => missing.some((need) => need.suites.includes(suite)));
  const names = missing.map((need) => `${need.command ?? need.file} (Debian: ${need.debian})`);
  return { leftOut, explanation: names.length > 0 ? `missing on this machine: ${names.join(', ')}` : '' };
}

function missingFor(suites) {
  return NEEDS.filter((need) => need.suites.some((suite) => suites.includes(suite)) && !isThere(need));
}

function isThere({ command, file }) {
  return file ? existsSync(file) : has(command);
}

function has(command) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function install(packages) {
  console.log(`Installing Debian packages: ${packages.join(' ')} …`);
  const hadPolicy = existsSync(POLICY);
  if (!hadPolicy) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    const apt = (...args) =>
      spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
  } finally {
    if (!hadPolicy) rmSync(POLICY, { force: true });
  }
}
