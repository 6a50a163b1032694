import { endpoint } from '../endpoint.ts';
import type { OffersReply } from './replies.ts';

export type * from './replies.ts';

export const offersEndpoints = {
  showOffers: endpoint<{ reply: OffersReply }>()({
    method: 'GET',
    path: '/application-offers',
    access: 'member',
    summary: 'Mailbox, recipient and address as registered and as filled in last',
    // Nobody has vouched yet for who reads the contacts.
    whileHeld: 'shut',
  }),
} as const;
