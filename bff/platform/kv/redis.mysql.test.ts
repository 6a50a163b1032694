import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../../scripts/test/services.mjs';
import { KeyValueError, type KeyValue } from './key-value.ts';
import { redisKeyValue } from './redis.ts';

/** The limits add up to about two seconds; ioredis alone would take 40. */
const SOON_MS = 10_000;

let port = 0;
let server: ChildProcess;
let kv: KeyValue;
const troubles: string[] = [];

async function startRedis(): Promise<void> {
  const args = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no'];
  server = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const chunk of server.stdout ?? []) if (String(chunk).includes('Ready to accept connections')) break;
}

async function stopRedis(): Promise<void> {
  const gone = once(server, 'exit');
  server.kill('SIGKILL');
  await gone;
}

/** Time until `call` was refused, ms. */
async function refusedAfter(call: Promise<unknown>): Promise<number> {
  const started = performance.now();
  await expect(call).rejects.toThrow(KeyValueError);
  return performance.now() - started;
}

beforeAll(async () => {
  port = await freePort();
  await startRedis();
  kv = redisKeyValue(`redis://127.0.0.1:${port}`, (error) => troubles.push(error.message));
});
afterAll(async () => {
  await kv.close();
  await stopRedis();
});

test('a frozen server is an error within two seconds or so, and works again once it goes on', async () => {
  await kv.set('a', '1', { ttlMs: 60_000 });
  server.kill('SIGSTOP');
  expect(await refusedAfter(kv.get('a'))).toBeLessThan(SOON_MS);
  expect(await refusedAfter(kv.increment('b', { ttlMs: 1_000 }))).toBeLessThan(SOON_MS);
  server.kill('SIGCONT');
  await eventually(async () => expect(await kv.get('a')).toBe('1'));
});

test('a server that is gone is a clear error soon; subscribers hear again once it is back', async () => {
  const heard: string[] = [];
  await kv.subscribe('news', (message) => heard.push(message));
  await stopRedis();
  expect(await refusedAfter(kv.get('a'))).toBeLessThan(SOON_MS);
  expect(await refusedAfter(kv.publish('news', 'lost'))).toBeLessThan(SOON_MS);
  expect(troubles.join()).toContain('ECONNREFUSED');
  await startRedis();
  await eventually(async () => {
    await kv.publish('news', 'back');
    expect(heard).toContain('back');
  });
});

/** Tries until it holds; gives up after ten seconds. */
async function eventually(holds: () => Promise<void>): Promise<void> {
  const until = Date.now() + 10_000;
  for (;;) {
    try {
      return await holds();
    } catch (error) {
      if (Date.now() > until) throw error;
      await pause(100);
    }
  }
}
