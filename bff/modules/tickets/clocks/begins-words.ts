import { toShanghaiDate } from '../../../contract/dates.ts';
import { NEXT_DAY_BY, SAME_DAY_BY, SAME_DAY_UNTIL } from '../../../contract/ticket-clocks/limits.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { nextOpen } from '../../office-hours/calendar.ts';
import { holidayWords } from '../../office-hours/holiday-words.ts';
import { calendarOf, readOfficeHours } from '../../office-hours/read-calendar.ts';
import { momentWords } from './promise-words.ts';
import { readTerms } from './read-terms.ts';
import { isDuring } from './same-day.ts';

/**
 * What is said before a ticket is sent: when work on it begins (国庆假期，10月8日 9:00 起处理), and what holds during 年度考核;
 * '' while somebody is there and nothing special holds.
 */
export async function readBeginsWords(): Promise<string> {
  const now = clock.now();
  const { campaign } = await readTerms();
  return [await beginsWords(now), isDuring(campaign, now) ? SAME_DAY_WORDS : '']
    .filter((words) => words !== '')
    .join('。');
}

const SAME_DAY_WORDS = `年度考核期间，${SAME_DAY_UNTIL}:00 前提交的当日 ${SAME_DAY_BY}:00 前办结，之后提交的下一工作日 ${NEXT_DAY_BY}:00 前办结`;

async function beginsWords(now: number): Promise<string> {
  const known = await readOfficeHours();
  const calendar = calendarOf('tickets', known);
  const { at, isExpected } = nextOpen(calendar, now);
  // Of a year that nobody knows, too: a working day like any other is more likely than a holiday.
  if (at === now) return '';
  const today = toShanghaiDate(now);
  // The list ends with what the office itself has entered, which counts.
  const special = known.days.findLast(({ onDate }) => onDate === today);
  const why = special?.kind === 'off' ? holidayWords(special.reason) : '现在不在办公时间';
  // Which day that is nobody knows while the year's holidays are not published.
  return `${why}，${isExpected ? '下一工作日' : `${momentWords(at, now)} `}起处理`;
}
