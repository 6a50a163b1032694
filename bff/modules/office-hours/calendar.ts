import {
  addDays,
  DAY_MS,
  shanghaiYear,
  startOfShanghaiDay,
  startOfShanghaiDayOf,
  toShanghaiDate,
  weekdayOf,
} from '../../contract/dates.ts';
import { minuteOf, type Period } from '../../contract/office-hours/periods.ts';

/**
 * The one calendar for every clock (desk.md, Office hours). Pure. Instants are epoch ms, durations minutes, periods half
 * open: at 11:30 the morning is over.
 */
export interface Calendar {
  /** The hours of a working day. */
  periods: readonly Period[];
  /** Days that are not as their weekday says: when they are open; none at all: closed. */
  days: ReadonlyMap<string, 'closed' | 'working' | readonly Period[]>;
  /** Years of which the State Council's holidays are known. */
  knownYears: ReadonlySet<number>;
}

/** When something is due, and whether that is certain: beyond the known years holidays may still come between. */
export interface Due {
  at: number;
  isExpected: boolean;
}

const MINUTE_MS = 60_000;
/** No clock of the office runs for longer; whoever gets here has a calendar without open hours. */
const MAX_DAYS = 4_000;

/** Whether holidays of the year of a day (yyyy-MM-dd) are known. */
export const isKnown = ({ knownYears }: Calendar, date: string): boolean => knownYears.has(Number(date.slice(0, 4)));

/**
 * Whether the office works on a day; null: nobody knows yet, as the year's holidays are not published. What the office
 * has entered for the day itself is known all the same.
 */
export function isWorkingDay(calendar: Calendar, date: string): boolean | null {
  if (!calendar.days.has(date) && !isKnown(calendar, date)) return null;
  return periodsOn(calendar, date).length > 0;
}

/** Periods of a day, in ms from its start; of an unknown year as if it had no holidays. */
function periodsOn({ periods, days }: Calendar, date: string): { from: number; to: number }[] {
  const special = days.get(date) ?? (isWeekend(date) ? 'closed' : 'working');
  if (special === 'closed') return [];
  return (special === 'working' ? periods : special).map(({ from, to }) => ({
    from: minuteOf(from) * MINUTE_MS,
    to: minuteOf(to) * MINUTE_MS,
  }));
}
const isWeekend = (date: string) => weekdayOf(date) % 6 === 0;

/** When the office opens and closes on a day, as instants; null: not at all. Of an unknown year as if it had no holidays. */
export function hoursOn(calendar: Calendar, date: string): { opens: number; closes: number } | null {
  const periods = periodsOn(calendar, date);
  const [first, last] = [periods[0], periods.at(-1)];
  const start = startOfShanghaiDay(date);
  return first && last ? { opens: start + first.from, closes: start + last.to } : null;
}

/** An open period, as instants. */
interface Opened {
  from: number;
  to: number;
}

/** Days that were asked for, by their first instant: what remains of every line of a queue is counted over the same few. */
const opened = new WeakMap<Calendar, Map<number, readonly Opened[]>>();

function openedOn(calendar: Calendar, start: number): readonly Opened[] {
  const days = opened.get(calendar) ?? new Map<number, readonly Opened[]>();
  opened.set(calendar, days);
  const known = days.get(start);
  if (known) return known;
  const periods = periodsOn(calendar, toShanghaiDate(start)).map(({ from, to }) => ({
    from: start + from,
    to: start + to,
  }));
  days.set(start, periods);
  return periods;
}

/** Open periods from the day of an instant on. */
function* periodsFrom(calendar: Calendar, at: number): Generator<Opened> {
  let start = startOfShanghaiDayOf(at);
  for (let day = 0; day < MAX_DAYS; day++, start += DAY_MS) yield* openedOn(calendar, start);
  throw new RangeError(`the office is not open in ${MAX_DAYS} days`);
}

/** Whether the office is open; null: the holidays of the year are not known. */
export function isOpen(calendar: Calendar, at: number): boolean | null {
  const date = toShanghaiDate(at);
  if (isWorkingDay(calendar, date) === null) return null;
  const sinceMidnight = at - startOfShanghaiDay(date);
  return periodsOn(calendar, date).some(({ from, to }) => from <= sinceMidnight && sinceMidnight < to);
}

/** The first instant from `at` on at which the office is open. */
export function nextOpen(calendar: Calendar, at: number): Due {
  for (const { from, to } of periodsFrom(calendar, at)) {
    if (at < to) return due(calendar, at, Math.max(at, from));
  }
  throw new RangeError('unreachable');
}

/** When the state of the office changes next: it closes, or opens. */
export function nextChange(calendar: Calendar, at: number): number {
  for (const { from, to } of periodsFrom(calendar, at)) {
    if (at < from) return from;
    if (at < to) return to;
  }
  throw new RangeError('unreachable');
}

/** The first instant at which `minutes` of open time have passed since `at`: the end of a morning, not the noon after it. */
export function addOpenMinutes(calendar: Calendar, at: number, minutes: number): Due {
  let left = minutes * MINUTE_MS;
  if (left <= 0) return due(calendar, at, at);
  for (const { from, to } of periodsFrom(calendar, at)) {
    const begin = Math.max(at, from);
    if (begin >= to) continue;
    if (to - begin >= left) return due(calendar, at, begin + left);
    left -= to - begin;
  }
  throw new RangeError('unreachable');
}

/** Open minutes between two instants, not rounded; 0 where `to` is not later. */
export function openMinutesBetween(calendar: Calendar, from: number, to: number): number {
  if (to <= from) return 0;
  let open = 0;
  for (let start = startOfShanghaiDayOf(from); start < to; start += DAY_MS) {
    for (const period of openedOn(calendar, start)) {
      open += Math.max(0, Math.min(to, period.to) - Math.max(from, period.from));
    }
  }
  return open / MINUTE_MS;
}

/** Open minutes of a working day like any other. */
export const minutesOfWorkingDay = ({ periods }: Calendar): number =>
  periods.reduce((minutes, { from, to }) => minutes + minuteOf(to) - minuteOf(from), 0);

/**
 * The same time of the day, `days` working days later; 3 March for 2 March 10:00 and one day. Beyond the known years holidays
 * may still come between.
 */
export function addWorkingDays(calendar: Calendar, at: number, days: number): Due {
  return due(calendar, at, stepDays(calendar, at, days, 1));
}

/** The last instant since which `days` working days have passed: what began before it has waited longer. */
export function workingDaysAgo(calendar: Calendar, at: number, days: number): number {
  const date = toShanghaiDate(at);
  // On a day off nothing has passed since the last working day ended.
  const isWorking = hoursOn(calendar, date) !== null;
  return stepDays(calendar, isWorking ? at : startOfShanghaiDay(date), days, -1);
}

function stepDays(calendar: Calendar, at: number, days: number, step: 1 | -1): number {
  let date = toShanghaiDate(at);
  const sinceMidnight = at - startOfShanghaiDay(date);
  let left = days;
  for (let day = 0; left > 0; day++) {
    if (day > MAX_DAYS) throw new RangeError(`the office is not open in ${MAX_DAYS} days`);
    date = addDays(date, step);
    if (hoursOn(calendar, date) !== null) left -= 1;
  }
  return startOfShanghaiDay(date) + sinceMidnight;
}

const due = ({ knownYears }: Calendar, from: number, at: number): Due => ({
  at,
  isExpected: [...years(from, at)].some((year) => !knownYears.has(year)),
});

function* years(from: number, to: number): Generator<number> {
  for (let year = shanghaiYear(from); year <= shanghaiYear(to); year++) yield year;
}
