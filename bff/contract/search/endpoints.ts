import { endpoint } from '../endpoint.ts';
import type { MembersSearchReply, SearchReply } from './replies.ts';
import type { SearchOffice, SearchOwn } from './schemas.ts';

export type * from './replies.ts';

export const searchEndpoints = {
  searchOwn: endpoint<{ query: SearchOwn; reply: MembersSearchReply }>()({
    method: 'GET',
    path: '/me/search',
    access: 'member',
    summary: 'Own certificates and tickets, activities, announcements and 常见问题 by any part of their words',
  }),
  searchOffice: endpoint<{ query: SearchOffice; reply: SearchReply }>()({
    method: 'GET',
    path: '/staff/search',
    access: 'staff',
    summary:
      'Applications, members, tickets, activities, announcements and 常见问题 by number, name, initials or words',
  }),
} as const;
