import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { practiceLength } from './practice.ts';

describe('执业年限 in whole years and months', () => {
  test.each([
    ['2026-11-22', '2026-11-22', 0, 0],
    ['2026-10-22', '2026-11-22', 0, 1],
    ['2026-10-23', '2026-11-22', 0, 0],
    ['2010-05-06', '2026-11-22', 16, 6],
    ['2010-05-06', '2026-05-06', 16, 0],
    ['2010-05-06', '2026-05-05', 15, 11],
    // The last day of a shorter month completes it (民法典第二百零二条).
    ['2026-01-31', '2026-02-27', 0, 0],
    ['2026-01-31', '2026-02-28', 0, 1],
    ['2024-01-31', '2024-02-28', 0, 0],
    ['2024-01-31', '2024-02-29', 0, 1],
    ['2026-03-31', '2026-04-30', 0, 1],
    ['2020-02-29', '2021-02-27', 0, 11],
    ['2020-02-29', '2021-02-28', 1, 0],
    ['2020-02-29', '2024-02-28', 3, 11],
    ['2020-02-29', '2024-02-29', 4, 0],
    ['2021-02-28', '2021-03-28', 0, 1],
    ['2025-12-31', '2026-01-01', 0, 0],
    ['2027-01-01', '2026-11-22', 0, 0],
  ])('%s to %s: %i years %i months', (from, to, years, months) => {
    expect(practiceLength(from, to)).toEqual({ years, months });
  });
});

const day = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));

test('it never shrinks from one day to the next, and months stay below twelve', () => {
  fc.assert(
    fc.property(day, fc.nat(15_000), (from, days) => {
      const at = (n: number) => new Date(Date.parse(from) + n * 86_400_000).toISOString().slice(0, 10);
      const length = (n: number) => {
        const { years, months } = practiceLength(from, at(n));
        expect(months).toBeLessThan(12);
        return years * 12 + months;
      };
      const step = length(days + 1) - length(days);
      expect([0, 1]).toContain(step);
    }),
    { numRuns: 5_000 },
  );
});
