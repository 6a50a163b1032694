import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { HOUR_MS, toIso } from '../../../contract/dates.ts';
import { env } from '../../../env.ts';

dayjs.extend(utc);

/** One activity as a calendar has it. */
export interface Entry {
  activityId: number;
  /** Rises with every change, so that calendar programs take the later one. */
  sequence: number;
  title: string;
  place: string;
  beginsAt: number;
  endsAt: number;
  isCancelled: boolean;
  /** When the activity last changed to what this entry says, epoch ms (DTSTAMP). */
  stampedAt: number;
}

const ZONE = 'Asia/Shanghai';
const OFFSET_HOURS = 8;
/**
 * The rules of the time zone come with the file, so that no calendar program has to know them. China has no summer time
 * that it could get wrong.
 */
const ZONE_RULES = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/** So long before the beginning the telephone rings. */
const ALARM_S = 2 * 3600;
/** How often programs should ask again. */
const REFRESH_S = HOUR_MS / 1000;

/** What the wall clock in Shanghai shows, wherever the server stands. */
const wall = (instant: number) => dayjs(toIso(instant)).utcOffset(OFFSET_HOURS);

/** Entries as iCalendar (RFC 5545): title, time and place, and nothing else. */
export function composeCalendar({ name, entries }: { name: string; entries: readonly Entry[] }): string {
  const calendar = ical({
    name,
    prodId: { company: 'LvZheng', product: 'Activities', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    // The calendar as a whole names no time zone, so that its own instants (DTSTAMP) stay in UTC, as the standard wants
    // them.
    timezone: { name: null, generator: () => ZONE_RULES },
    ttl: REFRESH_S,
  });
  const { host } = new URL(env.PUBLIC_URL);
  for (const { activityId, sequence, title, place, beginsAt, endsAt, isCancelled, stampedAt } of entries) {
    const event = calendar.createEvent({
      id: `activity-${activityId}@${host}`,
      sequence,
      stamp: dayjs(toIso(stampedAt)).utc(),
      start: wall(beginsAt),
      end: wall(endsAt),
      timezone: ZONE,
      summary: isCancelled ? `（已取消）${title}` : title,
      location: place,
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
    if (!isCancelled) event.createAlarm({ type: ICalAlarmType.display, trigger: ALARM_S });
  }
  return calendar.toString();
}
