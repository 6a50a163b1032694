import type { Transaction } from 'sequelize';
import { addOpenMinutes, openMinutesBetween, type Calendar } from '../../office-hours/calendar.ts';
import { readCalendar } from '../../office-hours/read-calendar.ts';
import type { OfficeClock } from '../rules.ts';

/** The office hours of the desk, as the clocks of tickets ask them. */
export async function readOfficeClock(t?: Transaction): Promise<OfficeClock> {
  return clockOf(await readCalendar('tickets', t));
}

export const clockOf = (calendar: Calendar): OfficeClock => ({
  add: (at, minutes) => addOpenMinutes(calendar, at, minutes),
  between: (from, to) => openMinutesBetween(calendar, from, to),
});
