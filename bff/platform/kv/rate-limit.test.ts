import { afterAll, expect, test } from '@jest/globals';
import type { AppError } from '../../errors.ts';
import { kv } from './kv.ts';
import { judgeGuess, MOST_WAITING } from './rate-limit.ts';

afterAll(() => kv.close());

const AT_A_TIME = 8;

test('who comes with more guesses at once than a house has people is refused the rest, and others are not', async () => {
  const rate = { name: `line-${process.pid}-${Date.now()}`, limit: 30, windowMs: 60_000 };
  let open: () => void = () => undefined;
  const door = new Promise<void>((resolve) => (open = resolve));
  let judged = 0;
  const guess = (caller: string) =>
    judgeGuess(
      rate,
      caller,
      async () => {
        await door;
        return ++judged;
      },
      () => false,
    ).then(
      () => 'right',
      ({ code, retryAfterS }: AppError) => [code, retryAfterS],
    );
  const most = AT_A_TIME + MOST_WAITING;
  const house = Array.from({ length: most }, () => guess('192.0.2.1'));
  expect(await guess('192.0.2.1')).toEqual(['too_many_requests', 5]);
  const elsewhere = guess('192.0.2.2');
  open();
  expect(await elsewhere).toBe('right');
  // All of them right: none is refused, though far more than there are wrong guesses.
  expect(new Set(await Promise.all(house))).toEqual(new Set(['right']));
  expect(judged).toBe(most + 1);
  expect(await guess('192.0.2.1')).toBe('right');
});
