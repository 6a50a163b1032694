import { spawn, spawnSync } from 'node:child_process';
import { openSync, rmSync, statfsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Longest wait for a server to come up, ms; a busy machine needs a few seconds. */
const START_WITHIN_MS = 60_000;

/**
 * A MariaDB and a Redis of our own on free ports of 127.0.0.1, with their data in a new folder. Nothing of the
 * machine's own services is touched. `stop()` ends both and deletes the folder; it also happens when this process exits.
 * @param {{ parent?: string, bufferPool?: string }} [options] where that folder is made; MariaDB's cache
 * @returns {Promise<import('./services.d.mts').Services>}
 */
export async function startServices({ parent = quickFolder(), bufferPool = '256M' } = {}) {
  const folder = await mkdtemp(join(parent, 'lvzheng-services-'));
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  const killAll = () => {
    children.forEach((child) => child.kill('SIGKILL'));
    rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 });
  };
  process.once('exit', killAll);
  const stop = async () => {
    process.off('exit', killAll);
    await Promise.all(children.map((child) => ended(child)));
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const [mysqlPort, redisPort] = await Promise.all([
      startMariaDb(folder, children, bufferPool),
      startRedis(folder, children),
    ]);
    const mysqlPid = children.find((child) => child.spawnfile === 'mariadbd').pid;
    return {
      mysqlUrl: `mysql://test:test@127.0.0.1:${mysqlPort}`,
      redisUrl: `redis://127.0.0.1:${redisPort}`,
      mysqlPid,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Memory if there is plenty: making tables is what the tests wait for most. A gigabyte holds any test's data. */
function quickFolder() {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    if (bavail * bsize > 2 ** 30) return '/dev/shm';
  } catch {
    // no such thing on this machine
  }
  return tmpdir();
}

async function startMariaDb(folder, children, bufferPool) {
  const user = userInfo().username;
  const data = join(folder, 'mysql');
  const installed = spawnSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      `--user=${user}`,
    ],
    { encoding: 'utf8' },
  );
  if (installed.status !== 0) throw new Error(`mariadb-install-db failed: ${installed.stderr ?? installed.error}`);
  const port = await freePort();
  const child = start(folder, 'mariadbd', [
    '--no-defaults',
    `--user=${user}`,
    `--datadir=${data}`,
    `--tmpdir=${folder}`,
    `--socket=${join(folder, 'mysql.sock')}`,
    `--pid-file=${join(folder, 'mysql.pid')}`,
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    '--skip-name-resolve',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_520_ci',
    '--max-connections=200',
    // Test data need not outlive a power cut.
    '--innodb-flush-log-at-trx-commit=0',
    '--skip-innodb-doublewrite',
    `--innodb-buffer-pool-size=${bufferPool}`,
  ]);
  children.push(child);
  await answers(child, port, folder);
  const made = spawnSync(
    'mariadb',
    ['--no-defaults', '--protocol=tcp', '-h127.0.0.1', `-P${port}`, '-uroot', '-e'].concat(
      "CREATE USER test@'127.0.0.1' IDENTIFIED BY 'test'; GRANT ALL ON *.* TO test@'127.0.0.1'",
    ),
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`could not make the test user: ${made.stderr ?? made.error}`);
  return port;
}

async function startRedis(folder, children) {
  const port = await freePort();
  const child = start(folder, 'redis-server', [
    '--bind',
    '127.0.0.1',
    '--port',
    String(port),
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'no',
    '--databases',
    '64',
  ]);
  children.push(child);
  await answers(child, port, folder);
  return port;
}

function start(folder, command, args) {
  const output = openSync(join(folder, `${command}.log`), 'a');
  // A group of its own: Ctrl-C reaches this process alone, which then ends the servers in order.
  const child = spawn(command, args, { stdio: ['ignore', output, output], detached: true });
  child.on('error', () => undefined); // seen by `answers` as an exit
  child.unref();
  return child;
}

async function answers(child, port, folder) {
  const until = Date.now() + START_WITHIN_MS;
  while (!(await accepts(port))) {
    if (child.pid === undefined || child.exitCode !== null || Date.now() > until) {
      const output = await readFile(join(folder, `${child.spawnfile}.log`), 'utf8').catch(() => '');
      throw new Error(`${child.spawnfile} did not start:\n${output.slice(-2_000)}`);
    }
    await pause(25);
  }
}

function accepts(port) {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' })
      // Both servers speak once they are ready; MariaDB of its own accord, Redis when asked.
      .once('connect', () => socket.write('PING\r\n'))
      .once('data', () => (socket.destroy(), resolve(true)))
      .once('error', () => resolve(false))
      .setTimeout(1_000, () => (socket.destroy(), resolve(false)));
  });
}

async function ended(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await exit;
  clearTimeout(late);
}

/** A port that was free a moment ago. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
