import { endpoint } from '../endpoint.ts';
import type { MoveToFront, ServeAll } from './schemas.ts';

type Id = { id: string };

/** What staff do for those on a waiting list. */
export const waitingEndpoints = {
  moveToFront: endpoint<{ params: Id; body: MoveToFront; reply: null }>()({
    method: 'POST',
    path: '/staff/registrations/:id/front',
    access: ['events'],
    summary: 'Puts one who waits before all others, with the reason that all staff read',
  }),
  serveAll: endpoint<{ params: Id; body: ServeAll; reply: null }>()({
    method: 'POST',
    path: '/staff/activities/:id/waiting/service',
    access: ['events'],
    summary: 'Makes seats for all who wait, and hands them on in order',
  }),
} as const;
