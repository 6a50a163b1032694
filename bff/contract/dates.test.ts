import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  daysInMonth,
  monthFolder,
  readShanghaiMinute,
  shanghaiYear,
  startOfShanghaiDay,
  toIso,
  toShanghaiDate,
  toShanghaiIso,
  toShanghaiMinute,
  toShanghaiSecond,
  toUtcDate,
  weekdayOf,
} from './dates.ts';

const EVE = Date.parse('2026-12-31T15:59:59.999Z');
const NEW_YEAR = EVE + 1;

describe('an instant, as a clock in Shanghai shows it', () => {
  test.each([
    [toShanghaiDate, '2026-12-31', '2027-01-01'],
    [toShanghaiMinute, '2026-12-31 23:59', '2027-01-01 00:00'],
    [toShanghaiSecond, '2026-12-31 23:59:59', '2027-01-01 00:00:00'],
    [toShanghaiIso, '2026-12-31T23:59:59+08:00', '2027-01-01T00:00:00+08:00'],
    [monthFolder, '2026/12', '2027/01'],
    [shanghaiYear, 2026, 2027],
    [toUtcDate, '2026-12-31', '2026-12-31'],
    [toIso, '2026-12-31T15:59:59.999Z', '2026-12-31T16:00:00.000Z'],
  ])('%p changes with the year there', (write, before, after) => {
    expect([write(EVE), write(NEW_YEAR)]).toEqual([before, after]);
  });

  test('is written as Date writes it, from the year -271821 to 275760; what is none is refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), (instant) => {
        expect(toIso(instant)).toBe(new Date(instant).toISOString());
      }),
    );
    expect(toIso(null)).toBeNull();
    for (const none of [NaN, Infinity, 9e15]) expect(() => toIso(none)).toThrow(RangeError);
  });

  test('is what the time zone database says', () => {
    const shanghai = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const since1992 = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2100, 0, 1) });
    fc.assert(fc.property(since1992, (at) => toShanghaiSecond(at) === shanghai.format(at)));
  });
});

test('no instant stays none', () => expect(toIso(null)).toBeNull());

describe('days', () => {
  test('a day begins at 16:00 of the day before in Greenwich', () => {
    expect(startOfShanghaiDay('2027-01-01')).toBe(NEW_YEAR);
  });
  test.each(['2026-02-30', '2026-2-3', '', '2026-11-22T00:00'])('%j is no day to begin', (text) => {
    expect(() => startOfShanghaiDay(text)).toThrow(RangeError);
  });
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['1899-12-30', 46_348, '2026-11-22'],
  ])('%s and %i days: %s', (date, days, then) => expect(addDays(date, days)).toBe(then));
});

describe('months', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-11-22', 12, '2027-11-22'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i: %s', (date, months, then) => expect(addMonths(date, months)).toBe(then));
  test.each([
    ['2026-02-01', 28],
    ['2024-02-29', 29],
    ['2100-02-01', 28],
    ['2026-12-31', 31],
  ])('the month of %s has %i days', (date, days) => expect(daysInMonth(date)).toBe(days));
});

test.each([
  ['2026-11-29', 0],
  ['2026-11-30', 1],
  ['1970-01-03', 6],
  ['2024-02-29', 4],
])('the day of the week of %s', (date, day) => {
  expect(weekdayOf(date)).toBe(day);
});

test('what a clock in Shanghai shows is read wherever the machine stands', () => {
  expect(readShanghaiMinute('2026-12-12T14:05')).toBe(Date.parse('2026-12-12T06:05:00Z'));
  for (const text of ['', '2026-02-30T10:00', '2026-12-12T24:00', '2026-12-12 14:05', '2026-12-12']) {
    expect(readShanghaiMinute(text)).toBeNull();
  }
});
