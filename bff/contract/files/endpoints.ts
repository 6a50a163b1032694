import type { AttachmentReply } from './replies.ts';
import { endpoint } from '../endpoint.ts';

export type * from './replies.ts';

export const fileEndpoints = {
  uploadFile: endpoint<{ body: object; reply: AttachmentReply }>()({
    method: 'POST',
    path: '/files',
    access: 'member',
    summary: 'Uploads a PDF, JPEG or PNG of up to 10 MB; gone after a day unless an application is submitted with it',
    takes: 'file',
  }),
  showAttachment: endpoint<{ params: { id: string; file: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/applications/:id/attachments/:file',
    access: 'member',
    summary: 'An attachment of an own application',
    replies: 'file',
  }),
  showStaffAttachment: endpoint<{ params: { id: string; file: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/staff/applications/:id/attachments/:file',
    access: ['reviewer'],
    summary: 'An attachment of an application',
    replies: 'file',
  }),
} as const;
