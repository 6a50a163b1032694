import { endpoint } from '../endpoint.ts';
import type { OfficeCalendar, OfficeHoursNow, YearProposed } from './replies.ts';
import type { ClearOfficeDay, OfficeDayInput, OfficeHours, OfficeYearInput } from './schemas.ts';

export type * from './replies.ts';

export const officeHoursEndpoints = {
  showOfficeHours: endpoint<{ reply: OfficeHoursNow }>()({
    method: 'GET',
    path: '/office-hours',
    access: 'public',
    summary: 'Whether somebody is there now, and when next',
  }),
  showOfficeCalendar: endpoint<{ reply: OfficeCalendar }>()({
    method: 'GET',
    path: '/staff/office-hours',
    access: 'staff',
    summary: 'Office hours, holidays and working weekends',
  }),
  updateOfficeHours: endpoint<{ body: OfficeHours; reply: OfficeCalendar }>()({
    method: 'PUT',
    path: '/staff/office-hours',
    access: ['administrator'],
    summary: 'Changes the hours of a working day',
  }),
  setOfficeDay: endpoint<{ params: { date: string }; body: OfficeDayInput; reply: OfficeCalendar }>()({
    method: 'PUT',
    path: '/staff/office-hours/days/:date',
    access: ['administrator'],
    summary: 'Says how the office works on one day',
  }),
  clearOfficeDay: endpoint<{ params: { date: string }; query: ClearOfficeDay; reply: OfficeCalendar }>()({
    method: 'DELETE',
    path: '/staff/office-hours/days/:date',
    access: ['administrator'],
    summary: 'Takes back what the office has said of a day; the holidays stay',
  }),
  proposeOfficeYear: endpoint<{ body: OfficeYearInput; reply: YearProposed }>()({
    method: 'POST',
    path: '/staff/office-hours/years',
    access: ['administrator'],
    summary: 'Enters the holidays of a year from the notice; a second administrator confirms',
  }),
} as const;
