import { expect, test } from '@jest/globals';
import { devicesByHand } from './presence-of.ts';

test('a tenth of those whose codes were read is believed by hand', () => {
  const scan = (registrationId: number, way: 'code' | 'hand') => ({ deviceId: 1, registrationId, way }) as const;
  const people = (count: number, way: 'code' | 'hand', from: number) =>
    Array.from({ length: count }, (_, at) => scan(from + at, way));
  const hands = people(4, 'hand', 1);
  expect([...devicesByHand([...hands, ...people(35, 'code', 100)])]).toEqual([1]);
  expect([...devicesByHand([...hands, ...people(36, 'code', 100)])]).toEqual([]);
});
