import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lawyerFacts } from '../../../test/factories/review-facts.ts';
import { daysOfBreaks, practiceLength } from './practice.ts';

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

describe('days in which the register knows a lawyer in no firm', () => {
  const firm = (fromOn: string, untilOn: string | null, firmId: number | null = 7) => ({
    firmId,
    firmName: '江海衡正律师事务所',
    fromOn,
    untilOn,
  });
  test.each([
    ['the day after the last one', [firm('2010-05-06', '2015-06-30'), firm('2015-07-01', null)], 0],
    ['a day that counts for both firms', [firm('2010-05-06', '2015-06-30'), firm('2015-06-30', null)], 0],
    ['from July to December', [firm('2010-05-06', '2015-06-30'), firm('2016-01-01', null)], 184],
    ['a firm of another association in between', [firm('2010-05-06', '2015-06-30', null), firm('2015-07-01', null)], 0],
    ['what was before the first record nobody knows', [firm('2018-01-01', null)], 0],
    ['no record at all', [], 0],
    ['who has left is in none since', [firm('2010-05-06', '2026-11-12')], 10],
    ['a short time within a long one', [firm('2010-05-06', null), firm('2011-01-01', '2011-02-01')], 0],
    ['what begins later is not of that day', [firm('2010-05-06', '2026-11-20'), firm('2027-01-01', null)], 2],
  ])('%s', (_, periods, days) => {
    expect(daysOfBreaks(lawyerFacts({ periods }), '2026-11-22')).toBe(days);
  });

  test('are no part of the years', () => {
    expect(practiceLength('2010-05-06', '2026-11-22', 184)).toEqual({ years: 16, months: 0 });
    expect(practiceLength('2026-11-01', '2026-11-22', 100)).toEqual({ years: 0, months: 0 });
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
