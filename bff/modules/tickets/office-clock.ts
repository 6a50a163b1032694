import type { Transaction } from 'sequelize';
import { addOpenMinutes, openMinutesBetween } from '../office-hours/calendar.ts';
import { readCalendar } from '../office-hours/read-calendar.ts';
import type { OfficeClock } from './rules.ts';

/** The office hours of the desk, as the clocks of tickets ask them. */
export async function readOfficeClock(t?: Transaction): Promise<OfficeClock> {
  const calendar = await readCalendar('tickets', t);
  return {
    add: (at, minutes) => addOpenMinutes(calendar, at, minutes),
    between: (from, to) => openMinutesBetween(calendar, from, to),
  };
}
