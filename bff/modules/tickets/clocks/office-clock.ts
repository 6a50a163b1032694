import type { Transaction } from 'sequelize';
import {
  addOpenMinutes,
  addWorkingDays,
  nextOpen,
  openMinutesBetween,
  type Calendar,
} from '../../office-hours/calendar.ts';
import { readCalendar } from '../../office-hours/read-calendar.ts';
import { readTerms, type Terms } from './read-terms.ts';
import type { OfficeClock } from './run.ts';
import { sameDayDue } from './same-day.ts';

/** Reads the desk's office hours and its promises, in the form in which clocks of tickets ask for them. */
export async function readOfficeClock(t?: Transaction): Promise<OfficeClock> {
  return clockOf(await readCalendar('tickets', t), await readTerms(t));
}

export const clockOf = (calendar: Calendar, terms: Terms): OfficeClock => ({
  add: (at, minutes) => addOpenMinutes(calendar, at, minutes),
  between: (from, to) => openMinutesBetween(calendar, from, to),
  nextOpen: (at) => nextOpen(calendar, at).at,
  addDays: (at, days) => addWorkingDays(calendar, at, days),
  sameDay: (at) => sameDayDue(calendar, terms.campaign, at),
  terms: (category) => terms.categories[category],
});
