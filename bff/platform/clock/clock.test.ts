import { afterEach, expect, test } from '@jest/globals';
import { addDays, startOfShanghaiDay, toShanghaiDate } from '../../contract/dates.ts';
import { advanceClock, clock, freezeClock, releaseClock } from './clock.ts';

afterEach(releaseClock);

test('a day in Shanghai begins at 16:00 UTC the day before', () => {
  expect(toShanghaiDate(Date.parse('2026-11-21T15:59:59.999Z'))).toBe('2026-11-21');
  expect(toShanghaiDate(Date.parse('2026-11-21T16:00:00Z'))).toBe('2026-11-22');
  expect(startOfShanghaiDay('2026-11-22')).toBe(Date.parse('2026-11-21T16:00:00Z'));
});

test.each(['2026-02-30', '2026-13-01', '2026-1-1', '', '20261122', '2026-11-22T00:00'])('%p is no date', (date) => {
  expect(() => startOfShanghaiDay(date)).toThrow(RangeError);
});

test('days are added across months, years and leap days', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
});

test('stands still when frozen and runs again when released', () => {
  freezeClock('2026-11-22T23:59:59+08:00');
  expect(clock.today()).toBe('2026-11-22');
  advanceClock(1_000);
  expect(clock.today()).toBe('2026-11-23');
  expect(clock.now()).toBe(Date.parse('2026-11-22T16:00:00Z'));
  releaseClock();
  expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1_000);
  expect(() => advanceClock(1)).toThrow();
  expect(() => freezeClock('yesterday')).toThrow(RangeError);
});
