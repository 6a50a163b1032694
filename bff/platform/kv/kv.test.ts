import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { env } from '../../env.ts';
import { kv } from './kv.ts';

// One list of expectations for both: this file runs in process with SQLite, on Redis with MariaDB.
let key = '';
let files = 0;
beforeEach(() => {
  key = `test:${process.pid}:${Date.now()}:${files++}`;
});
afterAll(() => kv.close());

describe(env.REDIS_URL ? 'Redis' : 'in process', () => {
  test('keeps a value until it is deleted', async () => {
    expect(await kv.get(key)).toBeUndefined();
    await kv.set(key, '值', { ttlMs: 60_000 });
    expect(await kv.get(key)).toBe('值');
    await kv.set(key, '', { ttlMs: 60_000 });
    expect(await kv.get(key)).toBe('');
    await kv.delete(key);
    expect(await kv.get(key)).toBeUndefined();
  });

  test('forgets a value after its time', async () => {
    await kv.set(key, 'x', { ttlMs: 40 });
    await pause(80);
    expect(await kv.get(key)).toBeUndefined();
  });

  test('counts, also when many count at once', async () => {
    const counts = await Promise.all(Array.from({ length: 50 }, () => kv.increment(key, { ttlMs: 60_000 })));
    expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
    expect(await kv.get(key)).toBe('50');
  });

  test('takes one off, never below zero, and makes no count where there is none', async () => {
    await kv.decrement(key);
    expect(await kv.get(key)).toBeUndefined();
    await kv.increment(key, { ttlMs: 60_000 });
    await kv.increment(key, { ttlMs: 60_000 });
    for (let i = 0; i < 3; i++) await kv.decrement(key);
    expect(await kv.get(key)).toBe('0');
    expect(await kv.increment(key, { ttlMs: 60_000 })).toBe(1);
  });

  test('a count that is taken from ends in its time', async () => {
    await kv.increment(key, { ttlMs: 60 });
    await kv.decrement(key);
    await pause(120);
    expect(await kv.get(key)).toBeUndefined();
  });

  test('a count ends its time after the first increment, however often it is raised', async () => {
    const ttlMs = 1_000;
    const first = performance.now();
    let highest = await kv.increment(key, { ttlMs });
    // Were the time to start anew with each increment, this would never see a 1 again.
    for (let count = await kv.increment(key, { ttlMs }); count > 1; count = await kv.increment(key, { ttlMs })) {
      highest = count;
      await pause(10);
    }
    expect(highest).toBeGreaterThan(1);
    expect(performance.now() - first).toBeGreaterThanOrEqual(ttlMs - 10);
  });

  test('tells every subscriber of a channel, and none that left', async () => {
    const heard: string[] = [];
    let both = (): void => undefined;
    const heardByBoth = new Promise<void>((resolve) => (both = resolve));
    const hear = (name: string) => (message: string) => {
      heard.push(`${name} ${message}`);
      if (heard.length === 2) both();
    };
    const leave = await kv.subscribe(`${key}:a`, hear('one'));
    const leaveToo = await kv.subscribe(`${key}:a`, hear('two'));
    await kv.subscribe(`${key}:b`, hear('other'));
    await kv.publish(`${key}:a`, 'hello');
    await heardByBoth;
    expect(heard.sort()).toEqual(['one hello', 'two hello']);
    await leave();
    await leaveToo();
    await kv.publish(`${key}:a`, 'again');
    let last = (): void => undefined;
    const heardLast = new Promise<void>((resolve) => (last = resolve));
    await kv.subscribe(`${key}:c`, last);
    await kv.publish(`${key}:c`, 'the end');
    await heardLast;
    expect(heard).toHaveLength(2);
  });
});
