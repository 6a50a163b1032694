import { afterAll, expect, test } from '@jest/globals';
import type { AppError } from '../../errors.ts';
import { kv } from './kv.ts';
import { countAgainst, judgeGuess, MOST_WAITING, SITE_SHARE } from './rate-limit.ts';

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

/** Networks of one /48, however they are written. */
const spelling = [
  (n: string) => `2001:db8:7:${n}::1`,
  (n: string) => `2001:DB8:7:${n}:0:0:0:2`,
  (n: string) => `[2001:0db8:0007:${n}::3]:443`,
];
const networks = (count: number) =>
  Array.from({ length: count }, (_, n) => spelling[n % spelling.length]!((n + 1).toString(16)));

test('who holds a /48 has more than one network has, and not each of its 65,536 networks’', async () => {
  const rate = { name: `site-${process.pid}-${Date.now()}`, limit: 2, windowMs: 60_000 };
  const isCounted = (caller: string) =>
    countAgainst(rate, caller).then(
      () => true,
      () => false,
    );
  // One network has its own two; what it is refused takes nothing of the others'.
  const [first = '', ...others] = networks(40);
  expect([await isCounted(first), await isCounted(first)]).toEqual([true, true]);
  for (let i = 0; i < 40; i++) expect(await isCounted(first)).toBe(false);
  const counted: boolean[] = [];
  for (const network of others) counted.push(await isCounted(network));
  expect(counted.filter(Boolean)).toHaveLength(rate.limit * SITE_SHARE - 2);
  expect(await isCounted('2001:db8:8:1::1')).toBe(true);
  expect(await isCounted('192.0.2.9')).toBe(true);
});

test('a right guess gives the /48 back what it took', async () => {
  const rate = { name: `given-back-${process.pid}-${Date.now()}`, limit: 1, windowMs: 60_000 };
  for (const network of networks(40)) {
    const judged = judgeGuess(
      rate,
      network,
      async () => 'right',
      () => false,
    );
    expect(await judged).toBe('right');
  }
});
