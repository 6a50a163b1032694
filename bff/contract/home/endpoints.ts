import { endpoint } from '../endpoint.ts';
import type { HomeReply } from './replies.ts';

export type * from './replies.ts';

export const homeEndpoints = {
  showHome: endpoint<{ reply: HomeReply }>()({
    method: 'GET',
    path: '/me/home',
    access: 'member',
    summary: 'Everything of the home page; a part that cannot be had leaves the others as they are',
  }),
} as const;
