import { endpoint } from '../endpoint.ts';
import type { OwnRestrictions, RestrictionRows } from './replies.ts';
import type { ListRestrictions, WithReason } from './schemas.ts';

export type * from './replies.ts';

type Id = { id: string };

export const restrictionEndpoints = {
  showOwnRestrictions: endpoint<{ reply: OwnRestrictions }>()({
    method: 'GET',
    path: '/me/activity-restrictions',
    access: 'member',
    summary: 'What follows from the absences of the lawyer, until when, and from which of them',
  }),
  listRestrictions: endpoint<{ query: ListRestrictions; reply: RestrictionRows }>()({
    method: 'GET',
    path: '/staff/activity-restrictions',
    access: ['events'],
    summary: 'Lawyers who may only wait for popular activities, the latest first',
  }),
  liftRestriction: endpoint<{ params: Id; body: WithReason; reply: null }>()({
    method: 'POST',
    path: '/staff/activity-restrictions/:id/lifting',
    access: ['events'],
    summary: 'Ends a restriction, with the reason that the lawyer is told',
  }),
  excuseAbsence: endpoint<{ params: Id; body: WithReason; reply: null }>()({
    method: 'POST',
    path: '/staff/registrations/:id/excuse',
    access: ['events'],
    summary: 'Lets one absence not count, with the reason that the lawyer is told',
  }),
  excuseAbsences: endpoint<{ params: Id; body: WithReason; reply: null }>()({
    method: 'POST',
    path: '/staff/activities/:id/excuses',
    access: ['events'],
    summary: 'Lets no absence of an activity count: rain, a power cut',
  }),
} as const;
