/**
 * All arithmetic of dates: instants are epoch ms, dates yyyy-MM-dd in Asia/Shanghai. Pure, for server and clients.
 */

/** For durations as well as for dates. */
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
/** China has had one time zone and no summer time since 1991; every date of this system is later. */
const SHANGHAI_OFFSET_MS = 8 * HOUR_MS;

/** An instant as replies carry it: ISO 8601 in UTC. Throws a RangeError for what is no instant. */
export function toIso(instant: number): string;
export function toIso(instant: number | null): string | null;
export function toIso(instant: number | null): string | null {
  if (instant === null) return null;
  const ms = ((instant % DAY_MS) + DAY_MS) % DAY_MS;
  return `${dateOfDay(instant - ms)}T${timeOfDay(ms)}Z`;
}

// A page names hundreds of instants of a few days: Date would take a tenth of what the whole answer costs.
const written = new Map<number, string>();
const DAYS_WRITTEN = 1_000;
function dateOfDay(midnight: number): string {
  const known = written.get(midnight);
  if (known !== undefined) return known;
  const date = new Date(midnight).toISOString().slice(0, -14);
  if (written.size >= DAYS_WRITTEN) written.clear();
  written.set(midnight, date);
  return date;
}

function timeOfDay(ms: number): string {
  const second = Math.floor(ms / 1_000);
  const [hours, minutes, seconds] = [Math.floor(second / 3_600), Math.floor(second / 60) % 60, second % 60];
  return `${SIXTY[hours]}:${SIXTY[minutes]}:${SIXTY[seconds]}.${digits(Math.floor(ms) % 1_000, 3)}`;
}

const digits = (value: number, count: number) => String(value).padStart(count, '0');
const SIXTY = Array.from({ length: 60 }, (_, value) => digits(value, 2));

/** Calendar date in UTC (yyyy-MM-dd) of an instant in epoch ms: for those who sign or count by Greenwich. */
export function toUtcDate(instant: number): string {
  return toIso(instant).slice(0, 10);
}

/** Calendar date in Asia/Shanghai (yyyy-MM-dd) of an instant in epoch ms. */
export function toShanghaiDate(instant: number): string {
  return wallClock(instant).slice(0, 10);
}

/** Date and time in Asia/Shanghai (yyyy-MM-dd HH:mm) of an instant in epoch ms. */
export function toShanghaiMinute(instant: number): string {
  return wallClock(instant).slice(0, 16).replace('T', ' ');
}

/** Date and time in Asia/Shanghai (yyyy-MM-dd HH:mm:ss) of an instant in epoch ms. */
export function toShanghaiSecond(instant: number): string {
  return wallClock(instant).slice(0, 19).replace('T', ' ');
}

/** Date and time in Asia/Shanghai with its offset (RFC 3339, yyyy-MM-ddTHH:mm:ss+08:00), as WeChat Pay wants instants. */
export function toShanghaiIso(instant: number): string {
  return `${wallClock(instant).slice(0, 19)}+08:00`;
}

/** The year in Asia/Shanghai of an instant in epoch ms. */
export function shanghaiYear(instant: number): number {
  return Number(wallClock(instant).slice(0, 4));
}

/** The folder of a month in Asia/Shanghai (yyyy/MM), with which keys of stored files begin. */
export function monthFolder(instant: number): string {
  return wallClock(instant).slice(0, 7).replace('-', '/');
}

/** What a clock on a wall in Shanghai shows, in the shape of ISO 8601; its Z means nothing. */
function wallClock(instant: number): string {
  return toIso(instant + SHANGHAI_OFFSET_MS);
}

/** A date yyyy-MM-dd that exists in the calendar. */
export function isPlainDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  // Date.parse takes 02-30 for 03-02; a round trip tells.
  const midnight = midnightUtc(text);
  return !Number.isNaN(midnight) && toUtcDate(midnight) === text;
}

/** Instant (epoch ms) at which a yyyy-MM-dd begins in Asia/Shanghai. Throws RangeError for what is no date. */
export function startOfShanghaiDay(date: string): number {
  if (!isPlainDate(date)) throw new RangeError(`not a date: ${date}`);
  return midnightUtc(date) - SHANGHAI_OFFSET_MS;
}

/** Instant (epoch ms) at which the day of an instant began in Asia/Shanghai. */
export function startOfShanghaiDayOf(instant: number): number {
  const sinceMidnight = (instant + SHANGHAI_OFFSET_MS) % DAY_MS;
  return instant - (sinceMidnight < 0 ? sinceMidnight + DAY_MS : sinceMidnight);
}

/** Instant (epoch ms) at which a yyyy-MM-dd is over in Asia/Shanghai: the first of the next day. Throws as above. */
export const endOfShanghaiDay = (date: string): number => startOfShanghaiDay(date) + DAY_MS;

function midnightUtc(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** Instant (epoch ms) at which a clock in Shanghai shows a yyyy-MM-ddTHH:mm; null for what is none. */
export function readShanghaiMinute(text: string): number | null {
  const [, day = '', hour = '', minute = ''] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(text) ?? [];
  if (!isPlainDate(day) || Number(hour) > 23 || Number(minute) > 59) return null;
  return startOfShanghaiDay(day) + Number(hour) * HOUR_MS + (Number(minute) * HOUR_MS) / 60;
}

/** The yyyy-MM-dd that lies `days` later (earlier if negative). Throws RangeError for what is no date. */
export function addDays(date: string, days: number): string {
  return toShanghaiDate(startOfShanghaiDay(date) + days * DAY_MS);
}

/**
 * The same day so many months later, or that month's last day when it has no such day (民法典第二百零二条): one month after
 * 31 January ends on the last of February.
 */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const first = toUtcDate(Date.UTC(year, month - 1 + months, 1));
  return `${first.slice(0, 8)}${digits(Math.min(day, daysInMonth(first)), 2)}`;
}

/**
 * Whole months from one day to another, 0 where it is not later. The last day of a shorter month completes one: from
 * 31 January to 28 February is a month, from 29 February to 28 February a year (民法典第二百零二条).
 */
export function fullMonths(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [year = 0, month = 0, day = 0] = to.split('-').map(Number);
  const isLastDay = day === daysInMonth(to);
  return Math.max(0, (year - fromYear) * 12 + month - fromMonth - (day < fromDay && !isLastDay ? 1 : 0));
}

/** Days from one yyyy-MM-dd to another; negative where it is earlier. Throws RangeError for what is no date. */
export const daysBetween = (from: string, to: string): number =>
  (startOfShanghaiDay(to) - startOfShanghaiDay(from)) / DAY_MS;

/** Day of the week of a date: 0 Sunday … 6 Saturday. */
export const weekdayOf = (date: string): number => ((daysBetween('1970-01-04', date) % 7) + 7) % 7;

const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of the month in which a yyyy-MM-dd lies. */
export function daysInMonth(date: string): number {
  const [year = 0, month = 0] = date.split('-').map(Number);
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeapYear ? 29 : (DAYS_OF_MONTHS[month - 1] ?? Number.NaN);
}

/** Whole days from one instant to another; negative when it is past. */
export const daysUntil = (instant: number, now: number): number => Math.floor((instant - now) / DAY_MS);
