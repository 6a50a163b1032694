import { endpoint, type StreamedReply } from '../endpoint.ts';
import type { DataDownloads, RetentionRemovals } from './replies.ts';
import type { AskDownload } from './schemas.ts';

export type * from './replies.ts';

export const rightsEndpoints = {
  listDataDownloads: endpoint<{ reply: DataDownloads }>()({
    method: 'GET',
    path: '/me/data-downloads',
    access: 'member',
    summary: 'Files of everything that is held about the lawyer, as they were asked for; a firm has none',
  }),
  askDataDownload: endpoint<{ body: AskDownload; reply: DataDownloads }>()({
    method: 'POST',
    path: '/me/data-downloads',
    access: 'member',
    summary: 'Asks for such a file, with the password; it is made in the background and kept for three days',
  }),
  takeDataDownload: endpoint<{ params: { id: string }; reply: StreamedReply }>()({
    method: 'GET',
    path: '/me/data-downloads/:id/file',
    access: 'member',
    summary: 'The file, for the account that asked for it',
    replies: 'zip',
  }),
  listRetentionRemovals: endpoint<{ reply: RetentionRemovals }>()({
    method: 'GET',
    path: '/staff/retention-removals',
    access: ['registrar'],
    summary: 'What was removed when its time was over, by day',
  }),
} as const;
