import type { StaffActor } from '../../actor.ts';
import { shanghaiYear } from '../../contract/dates.ts';
import { LATE_FROM_MONTH } from '../../contract/office-hours/limits.ts';
import type { OfficeCalendar } from '../../contract/office-hours/replies.ts';
import { clock } from '../../platform/clock/clock.ts';
import { versionOf } from './model.ts';
import { unknownYears } from './unknown-years.ts';
import { forgetCalendar, readOfficeHours } from './read-calendar.ts';

/** The calendar as the database has it now, from the beginning of this year on. */
export async function showOfficeCalendar({ actor }: { actor: StaffActor }): Promise<OfficeCalendar> {
  forgetCalendar();
  const { hours, days, knownYears } = await readOfficeHours();
  const year = shanghaiYear(clock.now());
  return {
    hours,
    days: days
      .filter(({ onDate }) => onDate >= `${year}-01-01`)
      .toSorted((a, b) => (a.onDate < b.onDate ? -1 : 1))
      .map((day) => ({
        date: day.onDate,
        kind: day.kind,
        periods: day.periods,
        reason: day.reason,
        origin: day.origin,
        setBy: day.setByName,
        version: versionOf(day),
      })),
    knownThrough: knownYears.size === 0 ? null : Math.max(...knownYears),
    nextYear: nextYearOf(knownYears, clock.today()),
    can: { change: actor.roles.includes('administrator') },
  };
}

/** The year that is to be entered next, and how urgent that is. */
function nextYearOf(knownYears: ReadonlySet<number>, today: string): OfficeCalendar['nextYear'] {
  const [unknown] = unknownYears(knownYears, today);
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  if (unknown === undefined) {
    return { year: year + 1, state: knownYears.has(year + 1) ? 'known' : 'quiet' };
  }
  return { year: unknown, state: unknown === year || month >= LATE_FROM_MONTH ? 'late' : 'due' };
}
