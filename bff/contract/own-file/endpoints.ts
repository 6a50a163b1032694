import type { OwnFile } from './replies.ts';
import { endpoint } from '../endpoint.ts';

export type * from './replies.ts';

export const ownFileEndpoints = {
  showOwnFile: endpoint<{ reply: OwnFile }>()({
    method: 'GET',
    path: '/me/file',
    access: 'member',
    summary: 'Everything the registry keeps about the signed-in member',
  }),
} as const;
