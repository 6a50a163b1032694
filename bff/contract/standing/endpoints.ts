import type {
  PreviewReplacement,
  PrintReplacement,
  ReplaceCertificate,
  RevokeCertificate,
} from '../certificates/schemas.ts';
import type { StaffApplicationDetail } from '../certificates/replies.ts';
import type { ReplacementPreviewReply } from './replies.ts';
import { endpoint } from '../endpoint.ts';

export type * from './replies.ts';

export const standingEndpoints = {
  revokeCertificate: endpoint<{ params: { id: string }; body: RevokeCertificate; reply: StaffApplicationDetail }>()({
    method: 'POST',
    path: '/staff/applications/:id/revocation',
    access: ['reviewer'],
    summary: 'Revokes the issued certificate, with a reason',
  }),
  previewReplacement: endpoint<{
    params: { id: string };
    body: PreviewReplacement;
    reply: ReplacementPreviewReply;
  }>()({
    method: 'POST',
    path: '/staff/applications/:id/replacement/preview',
    access: ['reviewer'],
    summary: 'What a corrected certificate would say now',
  }),
  printReplacement: endpoint<{ params: { id: string }; body: PrintReplacement; reply: ArrayBuffer }>()({
    method: 'POST',
    path: '/staff/applications/:id/replacement/preview.pdf',
    access: ['reviewer'],
    summary: 'The pages of that corrected certificate, as they would be issued',
    replies: 'pdf',
  }),
  replaceCertificate: endpoint<{ params: { id: string }; body: ReplaceCertificate; reply: StaffApplicationDetail }>()({
    method: 'POST',
    path: '/staff/applications/:id/replacement',
    access: ['reviewer'],
    summary: 'Issues a corrected certificate in place of this one; answers the new application',
  }),
} as const;
