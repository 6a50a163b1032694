import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { certificateNumber } from './number.ts';

test.each([
  ['2022-10-26T03:00:00Z', 660, '2210260660'],
  ['2026-11-22T15:59:59.999Z', 1, '2611220001'],
  // The day begins at midnight in Shanghai, not in Greenwich.
  ['2026-11-22T16:00:00Z', 1, '2611230001'],
  ['2026-12-31T16:00:00Z', 9_999, '2701019999'],
  ['2028-02-28T16:00:00Z', 10_000, '28022910000'],
  ['2026-11-22T00:00:00Z', 1_234_567, '2611221234567'],
])('%s and %i: %s', (at, running, number) => {
  expect(certificateNumber(Date.parse(at), running)).toBe(number);
});

test('two running numbers never make one number, whatever their days', () => {
  const day = fc.integer({ min: 0, max: 9_000 });
  const running = fc.integer({ min: 1, max: 200_000 });
  const numberOn = (n: number, id: number) => certificateNumber(Date.UTC(2020, 0, 1) + n * 86_400_000, id);
  fc.assert(
    fc.property(day, day, running, running, (one, other, first, second) => {
      fc.pre(first !== second);
      expect(numberOn(one, first)).not.toBe(numberOn(other, second));
    }),
    { numRuns: 5_000 },
  );
});
