import { endpoint } from '../endpoint.ts';
import type { SearchReply } from './replies.ts';
import type { SearchOffice } from './schemas.ts';

export type * from './replies.ts';

export const searchEndpoints = {
  searchOffice: endpoint<{ query: SearchOffice; reply: SearchReply }>()({
    method: 'GET',
    path: '/staff/search',
    access: 'staff',
    summary: 'Applications, firms and lawyers by number, name, licence number or telephone',
  }),
} as const;
