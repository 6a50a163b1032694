import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startServices } from './services.mjs';

const isListening = (url) =>
  new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port: Number(new URL(url).port) })
      .once('connect', () => (socket.destroy(), resolve(true)))
      .once('error', () => resolve(false));
  });

test('both servers answer, and are gone after stop', async () => {
  const { mysqlUrl, redisUrl, stop } = await startServices();
  expect([await isListening(mysqlUrl), await isListening(redisUrl)]).toEqual([true, true]);
  await stop();
  expect([await isListening(mysqlUrl), await isListening(redisUrl)]).toEqual([false, false]);
});

test('they are gone, too, when the process that started them ends without stopping them', async () => {
  const program = `
    import { startServices } from ${JSON.stringify(join(import.meta.dirname, 'services.mjs'))};
    const { mysqlUrl, redisUrl } = await startServices();
    console.log(JSON.stringify([mysqlUrl, redisUrl]));
    process.exit(1);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  await exited;
  for (const url of JSON.parse(line)) {
    // The kernel needs a moment to end them.
    for (let tries = 0; tries < 100 && (await isListening(url)); tries++) await new Promise((on) => setTimeout(on, 50));
    expect(await isListening(url)).toBe(false);
  }
});
