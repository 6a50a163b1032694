import { HOUR_MS, startOfShanghaiDay, toShanghaiDate } from '../../../contract/dates.ts';
import type { Campaign } from '../../../contract/ticket-clocks/endpoints.ts';
import { NEXT_DAY_BY, SAME_DAY_BY, SAME_DAY_UNTIL } from '../../../contract/ticket-clocks/limits.ts';
import { addWorkingDays, hoursOn, type Calendar, type Due } from '../../office-hours/calendar.ts';

/**
 * By when what came at an instant is done during 年度考核: the evening of the day for what came by the afternoon, else noon
 * of the next working day (desk.md, New ticket). Never after the office closes. Null: outside of the campaign.
 */
export function sameDayDue(calendar: Calendar, campaign: Campaign | null, at: number): Due | null {
  if (!isDuring(campaign, at)) return null;
  const date = toShanghaiDate(at);
  const today = hoursOn(calendar, date);
  const midnight = startOfShanghaiDay(date);
  if (today && at < Math.min(midnight + SAME_DAY_UNTIL * HOUR_MS, today.closes)) {
    return { at: Math.min(midnight + SAME_DAY_BY * HOUR_MS, today.closes), isExpected: false };
  }
  // Counted from noon: the instant itself may lie in the night.
  const next = addWorkingDays(calendar, midnight + NEXT_DAY_BY * HOUR_MS, 1);
  const hours = hoursOn(calendar, toShanghaiDate(next.at));
  const isOpenByThen = hours !== null && hours.opens < next.at;
  return { ...next, at: hours === null ? next.at : isOpenByThen ? Math.min(next.at, hours.closes) : hours.closes };
}

/** Whether an instant lies within 年度考核. */
export function isDuring(campaign: Campaign | null, at: number): boolean {
  const date = toShanghaiDate(at);
  return campaign !== null && campaign.from <= date && date <= campaign.to;
}
