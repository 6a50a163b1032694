import { toShanghaiDate, weekdayOf } from '../../../bff/contract/dates.ts';
import { shownTime } from '../../ui/times.ts';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** 2026-12-12（周六）14:00, in China wherever the device is. */
export function shownWeekday(instant: string): string {
  const [date = '', time = ''] = shownTime(instant).split(' ');
  return `${date}（周${WEEKDAYS[weekdayOf(toShanghaiDate(Date.parse(instant)))]}）${time}`;
}

/** From when to when; the day is said once. */
export function shownSpan(from: string, to: string): string {
  const [start, end] = [shownWeekday(from), shownWeekday(to)];
  const isSameDay = start.slice(0, 10) === end.slice(0, 10);
  return `${start} 至 ${isSameDay ? end.slice(-5) : end}`;
}
