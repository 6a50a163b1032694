import type { Transaction } from 'sequelize';
import type { HoursSet } from '../../contract/office-hours/enums.ts';
import type { OfficeHours } from '../../contract/office-hours/schemas.ts';
import { keepsState } from '../../platform/singletons.ts';
import { readSetting } from '../settings/read-setting.ts';
import type { Calendar } from './calendar.ts';
import { OfficeDay, OfficeYear } from './model.ts';

/** The row of `settings` that holds OfficeHours. */
export const OFFICE_HOURS = 'office-hours';
/** Every clock asks; another process sees a change this many ms later at most. */
const CACHE_MS = 3_000;

const MORNING = { from: '09:00', to: '11:30' };
/** What the association's guide says (desk.md, Office hours). */
const DEFAULTS: OfficeHours = {
  version: 0,
  service: [MORNING, { from: '13:30', to: '18:00' }],
  telephone: [MORNING, { from: '13:00', to: '18:00' }],
  tickets: null,
  supplierPhone: '',
  supplierHours: '',
  supplierWebsite: '',
};

/** Hours as a row keeps them, over those of a fresh installation. */
export const hoursOf = (value: string | null): OfficeHours => ({
  ...DEFAULTS,
  ...(value !== null && (JSON.parse(value) as Partial<OfficeHours>)),
});

interface Known {
  hours: OfficeHours;
  days: readonly OfficeDay[];
  knownYears: ReadonlySet<number>;
}
let cached: { known: Known; readAt: number } | undefined;
keepsState(forgetCalendar);

/** The next reader looks at the database again. */
export function forgetCalendar(): void {
  cached = undefined;
}

/**
 * Hours, special days and known years.
 * @param t the caller's transaction, within which a second connection could be waited for in vain
 */
export async function readOfficeHours(t?: Transaction): Promise<Known> {
  if (cached && Date.now() - cached.readAt < CACHE_MS) return cached.known;
  const within = t ? { transaction: t } : {};
  const hours = hoursOf(await readSetting(OFFICE_HOURS, t));
  // What the office has entered comes last, so that it counts.
  const days = await OfficeDay.findAll({ order: [['layer', 'DESC'], 'onDate'], ...within });
  const years = await OfficeYear.findAll({ ...within });
  const known = { hours, days, knownYears: new Set(years.map(({ year }) => Number(year))) };
  cached = { known, readAt: Date.now() };
  return known;
}

/** Made once of what is known, since a page of the queue asks for every line. */
const calendars = new WeakMap<Known, Map<HoursSet, Calendar>>();

/** The calendar of one of the clocks. */
export async function readCalendar(set: HoursSet, t?: Transaction): Promise<Calendar> {
  const known = await readOfficeHours(t);
  const made = calendars.get(known) ?? new Map<HoursSet, Calendar>();
  calendars.set(known, made);
  const calendar = made.get(set) ?? calendarOf(set, known);
  made.set(set, calendar);
  return calendar;
}

export function calendarOf(set: HoursSet, { hours, days, knownYears }: Known): Calendar {
  return {
    periods: hours[set] ?? hours.service,
    days: new Map(
      days.map(({ onDate, kind, periods }) => [
        onDate,
        kind === 'off' ? 'closed' : kind === 'on' ? 'working' : periods,
      ]),
    ),
    knownYears,
  };
}
