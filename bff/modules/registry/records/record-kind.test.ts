import { afterEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, startOfShanghaiDay } from '../../../contract/dates.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { cancellationDay } from './end-membership.ts';
import { refuseFuture } from './record-kind.ts';

afterEach(releaseClock);

const DAY_MS = 86_400_000;
/** Any day from 2000 to 2050, and those at which calendars go wrong. */
const day = fc.oneof(
  fc.integer({ min: 0, max: 18_262 }).map((n) => addDays('2000-01-01', n)),
  fc.constantFrom('2024-02-28', '2024-02-29', '2024-03-01', '2023-02-28', '2026-12-31', '2027-01-01', '2026-04-30'),
);
/** Any moment of that day in Shanghai, the first and the last as often as the rest. */
const within = fc.oneof(fc.constantFrom(0, DAY_MS - 1), fc.integer({ min: 0, max: DAY_MS - 1 }));

const refuses = (work: () => unknown) => {
  try {
    work();
    return false;
  } catch (error) {
    expect(error).toMatchObject({ code: 'invalid_fields' });
    return true;
  }
};

test('today may be entered all day long in Shanghai, tomorrow at no moment of it', () => {
  fc.assert(
    fc.property(day, within, (today, ms) => {
      freezeClock(startOfShanghaiDay(today) + ms);
      const isRefused = (on: string) => refuses(() => refuseFuture({ heldOn: { label: '活动日期', on } }));
      expect([isRefused(addDays(today, -1)), isRefused(today), isRefused(addDays(today, 1))]).toEqual([
        false,
        false,
        true,
      ]);
    }),
  );
});

test('a member who is cancelled without a day is cancelled today in Shanghai, and keeps that day', () => {
  fc.assert(
    fc.property(day, within, fc.integer({ min: 1, max: 900 }), (today, ms, later) => {
      freezeClock(startOfShanghaiDay(today) + ms);
      const input = { status: 'cancelled', cancelledOn: null } as const;
      expect(cancellationDay(input, { status: 'active', cancelledOn: null }, '1990-01-01')).toBe(today);
      freezeClock(startOfShanghaiDay(addDays(today, later)) + ms);
      expect(cancellationDay(input, { status: 'cancelled', cancelledOn: today }, '1990-01-01')).toBe(today);
    }),
  );
});
