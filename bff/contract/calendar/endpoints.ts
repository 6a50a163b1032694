import { endpoint } from '../endpoint.ts';
import type { CalendarFeed, MadeCalendarFeed } from './replies.ts';

export type * from './replies.ts';

export const calendarEndpoints = {
  downloadActivityCalendar: endpoint<{ params: { id: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/me/activities/:id/calendar',
    access: 'member',
    summary: 'An activity for the own calendar, as .ics',
    replies: 'file',
  }),
  showCalendarFeed: endpoint<{ reply: CalendarFeed }>()({
    method: 'GET',
    path: '/me/calendar-feed',
    access: 'member',
    summary: 'Whether the lawyer has a calendar to subscribe to; never its address',
  }),
  makeCalendarFeed: endpoint<{ reply: MadeCalendarFeed }>()({
    method: 'POST',
    path: '/me/calendar-feed',
    access: 'member',
    summary: 'Makes the address of the own calendar, shown this once; an earlier one ends',
  }),
  revokeCalendarFeed: endpoint<{ reply: null }>()({
    method: 'DELETE',
    path: '/me/calendar-feed',
    access: 'member',
    summary: 'Ends the address of the own calendar',
  }),
  readCalendarFeed: endpoint<{ params: { name: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/calendars/:name',
    access: 'public',
    summary: 'What a calendar program reads: title, time and place of what the lawyer signed up for',
    replies: 'file',
  }),
} as const;
