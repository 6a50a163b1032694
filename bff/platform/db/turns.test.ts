import { expect, test } from '@jest/globals';
import { Turns, TurnTimeout } from './turns.ts';

test('one at a time, in the order they came', async () => {
  const turns = new Turns(['writer'], 1_000);
  const order: number[] = [];
  let inside = 0;
  await Promise.all(
    Array.from({ length: 200 }, async (_, n) => {
      const item = await turns.take();
      expect(++inside).toBe(1);
      await Promise.resolve();
      order.push(n);
      inside -= 1;
      turns.give(item);
    }),
  );
  expect(order).toEqual(Array.from({ length: 200 }, (_, n) => n));
});

test('as many at a time as there are items', async () => {
  const turns = new Turns([1, 2], 1_000);
  const held = [await turns.take(), await turns.take()];
  expect(held.sort()).toEqual([1, 2]);
  const third = turns.take();
  expect(turns.waiting).toBe(1);
  turns.give(1);
  expect(await third).toBe(1);
});

test('who waits too long hears so, and is not handed the item later', async () => {
  const turns = new Turns(['writer'], 20);
  const item = await turns.take();
  await expect(turns.take()).rejects.toThrow(TurnTimeout);
  turns.give(item);
  expect(await turns.take()).toBe('writer');
});
