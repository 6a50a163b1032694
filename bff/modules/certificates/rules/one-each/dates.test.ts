import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, toShanghaiDate } from '../../../../contract/dates.ts';
import { firmFacts, heldRecords, lawyerFacts, reviewFacts } from '../../../../test/factories/review-facts.ts';
import { practiceGap } from '../../facts/practice.ts';
import { decide } from '../rules.ts';

/** Dates at Asia/Shanghai: what holds on a day holds from 00:00 to 23:59 there, whatever day it is in Greenwich. */

const FIRST = Date.UTC(2000, 0, 1);
const day = fc.integer({ min: 0, max: 11_000 }).map((n) => new Date(FIRST + n * 86_400_000).toISOString().slice(0, 10));
/** The days on which arithmetic goes wrong. */
const edge = fc.oneof(
  day,
  fc.constantFrom('2016-02-28', '2016-02-29', '2016-03-01', '2023-02-28', '2024-02-29', '2024-12-31', '2025-01-01'),
  fc.integer({ min: 0, max: 359 }).map((n) => new Date(Date.UTC(2000, n + 1, 0)).toISOString().slice(0, 10)),
);
const RUNS = { numRuns: 2_000 };
const verdict = (...args: Parameters<typeof decide>) => decide(...args).verdict;

describe('day boundaries', () => {
  test.each([
    ['2026-11-21T15:59:59.999Z', '2026-11-21'],
    ['2026-11-21T16:00:00.000Z', '2026-11-22'],
    ['2024-02-28T15:59:59.999Z', '2024-02-28'],
    ['2024-02-28T16:00:00.000Z', '2024-02-29'],
    ['2023-02-28T16:00:00.000Z', '2023-03-01'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01'],
  ])('%s is %s in Shanghai', (instant, date) => expect(toShanghaiDate(Date.parse(instant))).toBe(date));

  test('from 23:59 to 00:00 since is today becomes since is in the past, and since tomorrow becomes today', () => {
    const at = (instant: string, since: string) =>
      verdict('firm-clean', reviewFacts({ since, today: toShanghaiDate(Date.parse(instant)), lawyers: [] }));
    expect(at('2026-11-22T15:59:00Z', '2026-11-23')).toBe('refer');
    expect(at('2026-11-22T16:00:00Z', '2026-11-23')).toBe('approve');
    expect(at('2026-11-22T15:59:00Z', '2026-11-22')).toBe('approve');
  });

  test('an office held until today ends with the day', () => {
    const appointments = heldRecords().appointments.map((one) => ({ ...one, untilOn: '2026-11-22' }));
    const at = (instant: string) =>
      verdict('appointment', {
        ...reviewFacts({ firm: null, records: { ...heldRecords(), appointments } }),
        today: toShanghaiDate(Date.parse(instant)),
      });
    expect(at('2026-11-22T15:59:59Z')).toBe('approve');
    expect(at('2026-11-22T16:00:00Z')).toBe('refer');
  });

  test('the assessment under way is the one of this year or last, also on New Year’s Eve', () => {
    const assessments = heldRecords().assessments.filter(({ year }) => year === 2026);
    const at = (today: string) =>
      verdict('assessment-open', {
        ...reviewFacts({ firm: null, records: { ...heldRecords(), assessments }, today }),
      });
    expect(['2025-12-31', '2026-01-01', '2027-12-31', '2028-01-01'].map(at)).toEqual([
      'refer',
      'approve',
      'approve',
      'refer',
    ]);
  });
});

describe('properties', () => {
  test('the day after the last day in one firm is no gap, the day after that is, whatever month ends', () => {
    fc.assert(
      fc.property(edge, fc.integer({ min: 0, max: 5 }), (untilOn, free) => {
        fc.pre(untilOn > '2000-01-02');
        const lawyer = lawyerFacts({
          firstPractisedOn: '2000-01-01',
          periods: [
            { firmId: 8, firmName: '云岭远山律师事务所', fromOn: '2000-01-01', untilOn },
            { firmId: 7, firmName: '江海衡正律师事务所', fromOn: addDays(untilOn, free), untilOn: null },
          ],
        });
        expect(practiceGap(lawyer) === null).toBe(free <= 1);
        const history = verdict('history', reviewFacts({ firm: null, lawyers: [lawyer] }));
        expect(history).toBe(free <= 1 ? 'approve' : 'refer');
      }),
      RUNS,
    );
  });

  test('a transfer, a rename and a merger are in the period exactly from since on', () => {
    fc.assert(
      fc.property(edge, edge, (on, since) => {
        const facts = reviewFacts({ since, today: '2031-01-01' });
        const old = { approvedOn: '1999-01-01' };
        const periods = [
          { firmId: 8, firmName: '云岭远山律师事务所', fromOn: '1999-01-01', untilOn: addDays(on, -1) },
          { firmId: 7, firmName: '江海衡正律师事务所', fromOn: on, untilOn: null },
        ];
        const moved = lawyerFacts({ joinedOn: '1999-01-01', firstPractisedOn: '1999-01-01', periods });
        expect(verdict('lawyer-clean', { ...facts, firm: null, lawyers: [moved] })).toBe(
          on > since ? 'refer' : 'approve',
        );
        const named = firmFacts({ ...old, formerNames: [{ name: '旧名', untilOn: on }] });
        expect(verdict('firm-clean', { ...facts, firm: named, lawyers: [] })).toBe(on >= since ? 'refer' : 'approve');
        const merged = firmFacts({ ...old, mergers: [{ otherFirmName: '旧友', mergedOn: on }] });
        expect(verdict('firm-clean', { ...facts, firm: merged, lawyers: [] })).toBe(on >= since ? 'refer' : 'approve');
      }),
      RUNS,
    );
  });

  test('hours count in the year in whose days they were held', () => {
    fc.assert(
      fc.property(edge, (heldOn) => {
        const hours = heldRecords().hours.map((one) => ({ ...one, heldOn }));
        const of = (year: number) =>
          verdict('hours', reviewFacts({ firm: null, year, records: { ...heldRecords(), hours } }));
        const year = Number(heldOn.slice(0, 4));
        expect([of(year - 1), of(year), of(year + 1)]).toEqual(['refer', 'approve', 'refer']);
      }),
      { numRuns: 500 },
    );
  });
});
