import type { ChangeShare, CreateShare, OpenShare, ReadShared } from './schemas.ts';
import type { ShareLinkReply, OpenedShareReply } from './replies.ts';
import { endpoint } from '../endpoint.ts';

export type * from './replies.ts';

export const sharingEndpoints = {
  listShares: endpoint<{ params: { id: string }; reply: ShareLinkReply[] }>()({
    method: 'GET',
    path: '/applications/:id/shares',
    access: 'member',
    whileHeld: 'shut',
    summary: 'Share links of an own certificate, and when they were opened',
  }),
  createShare: endpoint<{ params: { id: string }; body: CreateShare; reply: ShareLinkReply[] }>()({
    method: 'POST',
    path: '/applications/:id/shares',
    access: 'member',
    summary: 'Makes a share link for one recipient, who may be named later; answers all, the new one first',
  }),
  changeShare: endpoint<{ params: { id: string; shareId: string }; body: ChangeShare; reply: ShareLinkReply[] }>()({
    method: 'PUT',
    path: '/applications/:id/shares/:shareId',
    access: 'member',
    summary: 'Changes recipient, purpose, last day and view limit of a share link; one that has ended may be prolonged',
  }),
  revokeShare: endpoint<{ params: { id: string; shareId: string }; reply: ShareLinkReply[] }>()({
    method: 'POST',
    path: '/applications/:id/shares/:shareId/revocation',
    access: 'member',
    summary: 'Revokes a share link at once',
  }),
  openShare: endpoint<{ body: OpenShare; reply: OpenedShareReply }>()({
    method: 'POST',
    path: '/shared',
    access: 'public',
    summary: 'Opens a share link: the two answers and what the document says; counts as a view',
  }),
  downloadShared: endpoint<{ body: ReadShared; reply: ArrayBuffer }>()({
    method: 'POST',
    path: '/shared/certificate.pdf',
    access: 'public',
    summary: 'The issued file, for who has opened a link that allows it',
    replies: 'pdf',
  }),
} as const;
