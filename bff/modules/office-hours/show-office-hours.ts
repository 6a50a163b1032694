import { toIso, toShanghaiDate, toShanghaiMinute } from '../../contract/dates.ts';
import type { HoursSet } from '../../contract/office-hours/enums.ts';
import { hoursWords } from '../../contract/office-hours/periods.ts';
import type { HoursState, OfficeHoursNow } from '../../contract/office-hours/replies.ts';
import { clock } from '../../platform/clock/clock.ts';
import { isKnown, isOpen, nextChange, nextOpen } from './calendar.ts';
import { holidayWords } from './holiday-words.ts';
import { calendarOf, readOfficeHours } from './read-calendar.ts';

/** Whether somebody is there now, and when next; for everybody. */
export async function showOfficeHours(): Promise<OfficeHoursNow> {
  const known = await readOfficeHours();
  const now = clock.now();
  const today = toShanghaiDate(now);
  // What the office says of a day comes last.
  const special = known.days.findLast(({ onDate }) => onDate === today);
  const stateOf = (set: HoursSet): HoursState => {
    const calendar = calendarOf(set, known);
    const open = isOpen(calendar, now);
    return {
      words: hoursWords(calendar.periods),
      isOpen: open,
      changesAt: toIso(nextChange(calendar, now)),
      opensWords: open === false ? opensWords(calendar, now) : '',
      closedFor: open === false && special?.kind === 'off' ? holidayWords(special.reason) : '',
    };
  };
  const { supplierPhone, supplierHours, supplierWebsite } = known.hours;
  return {
    service: stateOf('service'),
    telephone: stateOf('telephone'),
    tickets: stateOf('tickets'),
    supplierPhone,
    supplierHours,
    supplierWebsite,
  };
}

/** 今天 13:30; 10月8日 9:00; '' where it lies in a year whose holidays are not known. */
function opensWords(calendar: ReturnType<typeof calendarOf>, now: number): string {
  const { at } = nextOpen(calendar, now);
  const date = toShanghaiDate(at);
  if (!isKnown(calendar, date)) return '';
  const time = toShanghaiMinute(at).slice(11).replace(/^0/, '');
  const day = date === toShanghaiDate(now) ? '今天' : `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
  return `${day} ${time}`;
}
