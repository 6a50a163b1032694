import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mysql from 'mysql2/promise';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { freePort } from '../../../scripts/test/services.mjs';
import { env } from '../../env.ts';
import { makeEmptyDatabase } from '../../test/database.ts';
import { eventually } from '../../test/eventually.ts';
import { startProcess } from '../../test/trouble/server-process.ts';

const PASSWORD = 'Sesam-2026';
let ours: URL;
beforeAll(async () => {
  await makeEmptyDatabase();
  ours = new URL(env.DATABASE_URL ?? '');
  await asAdministrator(`CREATE OR REPLACE USER patient@'127.0.0.1' IDENTIFIED BY '${PASSWORD}'`);
  await asAdministrator(`GRANT ALL ON *.* TO patient@'127.0.0.1'`);
});
afterAll(() => asAdministrator(`DROP USER patient@'127.0.0.1'`));

/** `startServices` gives root no password. */
async function asAdministrator(sql: string): Promise<void> {
  const server = await mysql.createConnection({ host: '127.0.0.1', port: Number(ours.port), user: 'root' });
  await server.query(sql);
  await server.end();
}

/** The address of the database for the account above. */
function address({ port = ours.port, password = PASSWORD, name = ours.pathname } = {}): string {
  const url = new URL(ours);
  Object.assign(url, { port, username: 'patient', password, pathname: name });
  return url.href;
}

/** The database server as it comes up: another port that leads to it. */
async function comesUpAt(port: number): Promise<Server> {
  const server = createServer((socket) => {
    const on = connect(Number(ours.port), '127.0.0.1');
    socket.on('error', () => on.destroy());
    on.on('error', () => socket.destroy());
    socket.pipe(on).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

test('processes started before the database wait for it, with a line every five seconds and no secret in it', async () => {
  const port = await freePort();
  const settings = {
    DATABASE_URL: address({ port: String(port) }),
    NODE_ENV: 'production',
    PUBLIC_URL: 'http://127.0.0.1',
    AUDIT_KEY: Buffer.alloc(32, 1).toString('base64'),
  };
  const started = [
    startProcess(['--serve=web'], settings, 'pipe'),
    startProcess(['--serve=worker'], { ...settings, HEALTH_PORT: '0' }, 'pipe'),
  ];
  const said = started.map(() => '');
  started.forEach(({ child }, index) => {
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said[index] += String(chunk)));
  });
  const waiting = (output: string) =>
    output
      .split('\n')
      .filter((line) => line.includes('waiting for the database'))
      .map((line) => JSON.parse(line) as { time: string; reason: string });
  await eventually(() => {
    for (const output of said) expect(waiting(output).length).toBeGreaterThanOrEqual(2);
  });
  for (const output of said) {
    const [first, second] = waiting(output);
    expect(Date.parse(second?.time ?? '') - Date.parse(first?.time ?? '')).toBeGreaterThanOrEqual(4_900);
    expect(first?.reason).toContain('ECONNREFUSED');
    expect(output).not.toMatch(/\n\s+at /);
    expect(output).not.toContain(PASSWORD);
  }
  const server = await comesUpAt(port);
  await eventually(async () => {
    const url = /"address":"([^"]+)"/.exec(said[0] ?? '')?.[1];
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(said[1]).toContain('"listening"');
  });
  expect(await Promise.all(started.map((running) => running.stop()))).toEqual([0, 0]);
  await new Promise((resolve) => server.close(resolve));
}, 120_000);

const WRONG = [
  ['a wrong password', { password: 'Sesam-2025' }, /Access denied for user 'patient'/],
  ['a database that does not exist', { name: '/nowhere' }, /'nowhere'/],
] as const;

test.each(WRONG)(
  '%s is refused in one line, not waited for',
  async (_what, wrong, words) => {
    const { child } = startProcess([], { DATABASE_URL: address(wrong) }, 'pipe');
    const [errors] = await Promise.all([text(child.stderr!), once(child, 'exit')]);
    expect(child.exitCode).toBe(1);
    expect(errors).toMatch(/^cannot open the database: [^\n]+\n$/);
    expect(errors).toMatch(words);
    expect(errors).not.toContain('Sesam');
  },
  600_000,
);

test.each(WRONG)(
  '%s: commands say so, too',
  async (_what, wrong, words) => {
    const script = join(import.meta.dirname, '../../commands/restore.ts');
    const child = spawn(process.execPath, [script, '--from', env.DATA_DIR], {
      env: { PATH: process.env['PATH'], NODE_NO_WARNINGS: '1', DATA_DIR: env.DATA_DIR, DATABASE_URL: address(wrong) },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const [errors] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect([child.exitCode, errors.split('\n').length]).toEqual([1, 2]);
    expect(errors).toMatch(words);
  },
  600_000,
);
