import { describe, expect, test } from '@jest/globals';
import { addDays, addMonths } from '../../../contract/dates.ts';
import { judgePractice } from './judge-practice.ts';

const holds = (condition: Parameters<typeof judgePractice>[0], from: string, on: string) => {
  const judged = judgePractice(condition, from, on);
  return 'holds' in judged && judged.holds;
};
const figure = (from: string, on: string) => {
  const judged = judgePractice({ minYears: 3 }, from, on);
  return 'figure' in judged ? judged.figure : '';
};

/** First days of practice whose anniversaries are told apart: plain ones, ends of months, 29 February. */
const FIRST_DAYS = ['2024-03-01', '2023-12-31', '2024-02-29', '2021-02-28', '2020-01-01', '2019-08-31', '2000-02-29'];
const YEARS = [1, 2, 3, 4, 5, 10];
const TABLE = FIRST_DAYS.flatMap((from) => YEARS.map((years) => [from, years] as const));

describe.each(TABLE)('first practised on %s, %i years', (from, years) => {
  const anniversary = addMonths(from, years * 12);
  test('minYears: from the anniversary on, that day included', () => {
    const days = [-1, 0, 1].map((days) => holds({ minYears: years }, from, addDays(anniversary, days)));
    expect(days).toEqual([false, true, true]);
  });
  test('maxYears: until the anniversary, that day included', () => {
    const days = [-1, 0, 1].map((days) => holds({ maxYears: years }, from, addDays(anniversary, days)));
    expect(days).toEqual([true, true, false]);
  });
});

test('29 February is completed by 28 February of a common year, and by itself in a leap year', () => {
  expect(holds({ minYears: 3 }, '2024-02-29', '2027-02-27')).toBe(false);
  expect(holds({ minYears: 3 }, '2024-02-29', '2027-02-28')).toBe(true);
  expect(holds({ minYears: 4 }, '2024-02-29', '2028-02-28')).toBe(false);
  expect(holds({ minYears: 4 }, '2024-02-29', '2028-02-29')).toBe(true);
});

test('a named day counts, not the day of judging', () => {
  expect(holds({ minYears: 3, on: '2027-03-01' }, '2024-03-01', '2026-11-29')).toBe(true);
  expect(holds({ minYears: 3, on: '2027-02-28' }, '2024-03-01', '2030-01-01')).toBe(false);
});

test('both bounds', () => {
  const between = { minYears: 3, maxYears: 5 };
  const years = ['2026-02-28', '2026-03-01', '2028-03-01', '2028-03-02'];
  expect(years.map((on) => holds(between, '2023-03-01', on))).toEqual([false, true, true, false]);
});

test.each([
  ['2024-11-01', '2027-03-01', '至2027-03-01您满2年4个月'],
  ['2024-03-01', '2027-03-01', '至2027-03-01您满3年'],
  ['2024-03-01', '2027-03-02', '至2027-03-02您满3年零1天'],
  ['2024-03-01', '2027-02-28', '至2027-02-28您满2年11个月'],
  ['2027-01-15', '2027-03-01', '至2027-03-01您满1个月'],
  ['2027-02-28', '2027-03-01', '至2027-03-01您满1天'],
  ['2027-03-01', '2027-03-01', '您2027-03-01起执业'],
  ['2027-05-01', '2027-03-01', '您2027-05-01起执业'],
])('first practised on %s, as of %s: %s', (from, on, words) => expect(figure(from, on)).toBe(words));
