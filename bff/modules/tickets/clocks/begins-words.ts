import { toShanghaiDate } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { isOpen, nextOpen } from '../../office-hours/calendar.ts';
import { calendarOf, readOfficeHours } from '../../office-hours/read-calendar.ts';
import { momentWords } from './promise-words.ts';

/** When work begins on a ticket that is opened now: 国庆假期，10月8日 9:00 起处理; '' while somebody is there. */
export async function readBeginsWords(): Promise<string> {
  const known = await readOfficeHours();
  const calendar = calendarOf('tickets', known);
  const now = clock.now();
  if (isOpen(calendar, now) === true) return '';
  const today = toShanghaiDate(now);
  // What the office says of a day comes last.
  const special = known.days.findLast(({ onDate }) => onDate === today);
  const why = special?.kind === 'off' ? holidayWords(special.reason) : '现在不在办公时间';
  const { at, isExpected } = nextOpen(calendar, now);
  // Which day that is nobody knows while the year's holidays are not published.
  return `${why}，${isExpected ? '下一工作日' : `${momentWords(at, now)} `}起处理`;
}

/** As people say it: 国庆假期, 春节假期; what the office has entered itself stays as it is. */
const holidayWords = (reason: string): string =>
  /^(元旦|春节|劳动节)$/.test(reason) ? `${reason}假期` : reason.replace(/^(清明|端午|中秋|国庆)节$/, '$1假期');
