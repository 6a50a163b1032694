import { z } from 'zod';
import { day, instant, oneOf, reply } from '../reply-parts.ts';
import { changeRow } from '../two-person/replies.ts';
import { DAY_KINDS, DAY_ORIGINS, NEXT_YEAR_STATES } from './enums.ts';

const period = z.strictObject({ from: z.string(), to: z.string() });

/** One of the clocks, at this moment. */
export const hoursState = reply('HoursState', {
  /** 工作日 9:00–11:30，13:30–18:00 */
  words: z.string(),
  /** Null: the holidays of the year are not known, so nobody can say. */
  isOpen: z.boolean().nullable(),
  /** Until when that is so. */
  changesAt: instant,
  /** When it opens, where it is closed: 10月8日 9:00; '' where it is open. */
  opensWords: z.string(),
  /** Why it is closed today: 国庆假期; '' where it is no special day. */
  closedFor: z.string(),
});
export type HoursState = z.infer<typeof hoursState>;

/** When somebody is there, for everybody. */
export const officeHoursNow = reply('OfficeHoursNow', {
  service: hoursState,
  telephone: hoursState,
  tickets: hoursState,
  /** Who is called about the software; '' where nobody is named. */
  supplierPhone: z.string(),
  supplierHours: z.string(),
  supplierWebsite: z.string(),
});
export type OfficeHoursNow = z.infer<typeof officeHoursNow>;

export const officeHoursReply = reply('OfficeHours', {
  version: z.int(),
  service: z.array(period),
  telephone: z.array(period),
  tickets: z.array(period).nullable(),
  supplierPhone: z.string(),
  supplierHours: z.string(),
  supplierWebsite: z.string(),
});

export const officeDayRow = reply('OfficeDay', {
  date: day,
  kind: oneOf(DAY_KINDS),
  periods: z.array(period),
  reason: z.string(),
  origin: oneOf(DAY_ORIGINS),
  setBy: z.string(),
  /** Of what the office has said itself: sent back with a change. 0: it has said nothing. */
  version: z.int(),
});
export type OfficeDayRow = z.infer<typeof officeDayRow>;

/** The calendar as staff see and keep it. */
export const officeCalendar = reply('OfficeCalendar', {
  hours: officeHoursReply,
  /** Special days from the beginning of this year on, those of the office before the State Council's of the same date. */
  days: z.array(officeDayRow),
  /** The last year of which holidays are known; null: none. */
  knownThrough: z.int().nullable(),
  nextYear: z.strictObject({ year: z.int(), state: oneOf(NEXT_YEAR_STATES) }),
  can: z.strictObject({ change: z.boolean() }),
});
export type OfficeCalendar = z.infer<typeof officeCalendar>;

export const yearProposed = reply('OfficeYearProposed', { waiting: changeRow });
export type YearProposed = z.infer<typeof yearProposed>;
