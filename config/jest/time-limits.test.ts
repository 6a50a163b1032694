import { expect, test } from '@jest/globals';
import { getState } from 'jest-circus';
import { setTimeout as pause } from 'node:timers/promises';
import { limit } from './time-limits.ts';

test('what does not end fails when its time has passed; what ends in time, and how, is left alone', async () => {
  const limited = (fn: () => unknown, timeout: number) => {
    const one: Parameters<typeof limit>[0] = { fn: fn as () => Promise<unknown>, timeout };
    limit(one);
    return one.fn as () => Promise<unknown>;
  };
  await expect(limited(() => new Promise(() => undefined), 20)()).rejects.toThrow('not finished within 20 ms');
  await expect(limited(() => pause(1, 'done'), 60_000)()).resolves.toBe('done');
  await expect(limited(() => Promise.reject(new Error('its own fault')), 60_000)()).rejects.toThrow('its own fault');
});

const itself = () => {
  const entry = getState().rootDescribeBlock.children.find(({ name }) => name === NAME);
  // Control: what runs is not what was written, but that within its limit.
  expect(entry).toMatchObject({ type: 'test' });
  expect((entry as { fn?: unknown }).fn).not.toBe(itself);
};
const NAME = 'every test of a file has a limit';
test(NAME, itself);
