import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { toShanghaiDate, toShanghaiMinute } from '../../contract/dates.ts';
import {
  addOpenMinutes,
  isOpen,
  addWorkingDays,
  hoursOn,
  isWorkingDay,
  nextChange,
  nextOpen,
  openMinutesBetween,
  workingDaysAgo,
  type Calendar,
} from './calendar.ts';
import { readShippedYears } from './shipped-years.ts';

const shipped = await readShippedYears();
const SERVICE = [
  { from: '09:00', to: '11:30' },
  { from: '13:30', to: '18:00' },
];
const calendar: Calendar = {
  periods: SERVICE,
  days: new Map([...shipped.values()].flat().map(({ date, kind }) => [date, kind === 'off' ? 'closed' : 'working'])),
  knownYears: new Set(shipped.keys()),
};
const at = (time: string) => Date.parse(`${time.replace(' ', 'T')}:00+08:00`);
const minute = ({ at: instant }: { at: number }) => toShanghaiMinute(instant);

/** 国务院办公厅关于2026年部分节假日安排的通知. */
const WORKING_2026 = ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'];
const OFF_2026 = [
  ['01-01', '01-03'],
  ['02-15', '02-23'],
  ['04-04', '04-06'],
  ['05-01', '05-05'],
  ['06-19', '06-21'],
  ['09-25', '09-27'],
  ['10-01', '10-07'],
] as const;

describe('the year 2026', () => {
  test('every day is as the notice of the State Council has it', () => {
    for (let instant = at('2026-01-01 12:00'); instant < at('2027-01-01 00:00'); instant += 86_400_000) {
      const date = toShanghaiMinute(instant).slice(0, 10);
      const day = date.slice(5);
      const isOff = OFF_2026.some(([from, to]) => from <= day && day <= to);
      const isWeekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
      const expected = WORKING_2026.includes(day) || (!isOff && !isWeekend);
      expect([date, isWorkingDay(calendar, date)]).toEqual([date, expected]);
    }
  });

  test('what is sent before the holidays is due after them, and the working Saturday counts', () => {
    const sent = at('2026-09-30 17:50');
    expect(minute(addOpenMinutes(calendar, sent, 120))).toBe('2026-10-08 10:50');
    expect(minute(nextOpen(calendar, at('2026-09-30 18:00')))).toBe('2026-10-08 09:00');
    expect(minute(addOpenMinutes(calendar, at('2026-10-09 17:00'), 90))).toBe('2026-10-10 09:30');
  });
});

describe('a year whose holidays nobody has published', () => {
  test('is no answer, and a due instant beyond is expected only', () => {
    expect(isWorkingDay(calendar, '2027-01-01')).toBeNull();
    expect(isWorkingDay(calendar, '2027-10-01')).toBeNull();
    expect(isOpen(calendar, at('2027-01-04 10:00'))).toBeNull();
    expect(addOpenMinutes(calendar, at('2026-12-31 17:00'), 60)).toMatchObject({ isExpected: false });
    expect(addOpenMinutes(calendar, at('2026-12-31 17:00'), 61)).toMatchObject({ isExpected: true });
  });

  test('is known as far as the office itself has said something', () => {
    const days = new Map([...calendar.days, ['2027-01-04', 'working' as const]]);
    expect(isWorkingDay({ ...calendar, days }, '2027-01-04')).toBe(true);
  });

  test('control: the package answers for it, and wrongly', () => {
    const days = createRequire(import.meta.url)('chinese-days') as { isWorkday(date: string): boolean };
    expect(days.isWorkday('2027-01-01')).toBe(true);
    expect(days.isWorkday('2027-10-01')).toBe(true);
  });
});

test('periods are half open', () => {
  const states = ['08:59', '09:00', '11:29', '11:30', '13:29', '13:30', '17:59', '18:00'].map((time) =>
    isOpen(calendar, at(`2026-11-30 ${time}`)),
  );
  expect(states).toEqual([false, true, true, false, false, true, true, false]);
  expect(toShanghaiMinute(nextChange(calendar, at('2026-11-30 11:30')))).toBe('2026-11-30 13:30');
  expect(toShanghaiMinute(nextChange(calendar, at('2026-11-30 13:30')))).toBe('2026-11-30 18:00');
  expect(toShanghaiMinute(nextChange(calendar, at('2026-11-28 10:00')))).toBe('2026-11-30 09:00');
});

describe('adding and counting are each other’s inverse, over holidays', () => {
  const instants = fc.integer({ min: at('2025-12-20 00:00'), max: at('2026-12-20 00:00') });
  const minutes = fc.integer({ min: 1, max: 5_000 });

  test('what is added is what lies between, and nothing earlier would do', () => {
    fc.assert(
      fc.property(instants, minutes, (from, n) => {
        const { at: to } = addOpenMinutes(calendar, from, n);
        expect(openMinutesBetween(calendar, from, to)).toBe(n);
        expect(openMinutesBetween(calendar, from, to - 1)).toBeLessThan(n);
      }),
      { numRuns: 200 },
    );
  });

  test('minutes add up over any instant between', () => {
    fc.assert(
      fc.property(instants, instants, instants, (...three) => {
        const [a = 0, b = 0, c = 0] = three.sort((x, y) => x - y);
        const whole = openMinutesBetween(calendar, a, c);
        expect(openMinutesBetween(calendar, a, b) + openMinutesBetween(calendar, b, c)).toBeCloseTo(whole, 6);
      }),
      { numRuns: 100 },
    );
  });

  test('working days forward and back, over holidays and working weekends', () => {
    const minuteOf = (instant: number) => toShanghaiMinute(instant);
    expect(minuteOf(addWorkingDays(calendar, at('2026-09-30 10:00'), 1).at)).toBe('2026-10-08 10:00');
    expect(minuteOf(addWorkingDays(calendar, at('2026-10-09 10:00'), 1).at)).toBe('2026-10-10 10:00');
    // What came on the last day before the holidays is overdue on the first day after them, at the same time.
    expect(minuteOf(workingDaysAgo(calendar, at('2026-10-08 10:00'), 1))).toBe('2026-09-30 10:00');
    expect(minuteOf(workingDaysAgo(calendar, at('2026-10-05 10:00'), 1))).toBe('2026-09-30 00:00');
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 30 }), (from, n) => {
        const { at: to } = addWorkingDays(calendar, from, n);
        expect(to).toBeGreaterThan(from);
        if (hoursOn(calendar, toShanghaiDate(from)) !== null) expect(workingDaysAgo(calendar, to, n)).toBe(from);
      }),
      { numRuns: 100 },
    );
  });

  const PROBE = `
    const { addOpenMinutes, addWorkingDays, openMinutesBetween, isOpen } = await import(process.argv[1]);
    const calendar = {
      periods: ${JSON.stringify(SERVICE)},
      days: new Map([['2026-10-01', 'closed'], ['2026-10-10', 'working']]),
      knownYears: new Set([2026]),
    };
    const answers = [];
    for (let at = ${Date.parse('2026-03-01T00:00:00Z')}; at < ${Date.parse('2026-11-20T00:00:00Z')}; at += 50_000_000) {
      const { at: due } = addOpenMinutes(calendar, at, 777);
      answers.push(due, openMinutesBetween(calendar, at, due), isOpen(calendar, at), addWorkingDays(calendar, at, 7).at);
    }
    console.log(JSON.stringify(answers));`;
  const inZone = (TZ: string) =>
    execFileSync(
      process.execPath,
      ['--input-type=module', '-e', PROBE, new URL('./calendar.ts', import.meta.url).href],
      { env: { ...process.env, TZ, NODE_OPTIONS: '' }, encoding: 'utf8' },
    );

  test('whatever the time zone of the machine, with and without summer time', () => {
    const [shanghai, ...others] = ['Asia/Shanghai', 'America/New_York', 'Asia/Kolkata'].map(inZone);
    expect(JSON.parse(shanghai!)).toContain(777);
    for (const other of others) expect(other).toBe(shanghai);
  });
});
