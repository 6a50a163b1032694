import type { StaffActor } from '../../actor.ts';
import { shanghaiYear } from '../../contract/dates.ts';
import type { NextYearState } from '../../contract/office-hours/enums.ts';
import type { OfficeCalendar } from '../../contract/office-hours/replies.ts';
import { clock } from '../../platform/clock/clock.ts';
import { versionOf } from './model.ts';
import { forgetCalendar, readOfficeHours } from './read-calendar.ts';

/** The calendar as the database has it now, from the beginning of this year on. */
export async function showOfficeCalendar({ actor }: { actor: StaffActor }): Promise<OfficeCalendar> {
  forgetCalendar();
  const { hours, days, knownYears } = await readOfficeHours();
  const year = shanghaiYear(clock.now());
  const isNextKnown = knownYears.has(year + 1);
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
    nextYear: { year: year + 1, state: nextYearState(isNextKnown, clock.today()) },
    can: { change: actor.roles.includes('administrator') },
  };
}

/** From 1 November the coming year should be entered, from 1 December it must (desk.md, Office hours). */
function nextYearState(isNextKnown: boolean, today: string): NextYearState {
  if (isNextKnown) return 'known';
  const month = today.slice(5, 7);
  return month === '12' ? 'late' : month === '11' ? 'due' : 'quiet';
}
