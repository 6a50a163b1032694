import type { PreviewReplacement, ReplaceCertificate, RevokeCertificate } from '../certificates/schemas.ts';
import type { FindingReply, StaffApplicationDetail } from '../certificates/endpoints.ts';
import { endpoint } from '../endpoint.ts';

/** The corrected letter as it would be issued now. */
export interface ReplacementPreviewReply {
  paragraphs: string[];
  /** 用途 that stands apart as the applicant's words; null: none, or one that the association offers. */
  applicantPurpose: string | null;
  roster: { title: string; names: string[] } | null;
  issuedOn: string;
  /** Doubts that nobody has looked at yet: who confirms answers for them. */
  doubts: FindingReply[];
  /** Sent back with the confirmation: what was confirmed is what was seen. */
  seen: string;
}

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
  replaceCertificate: endpoint<{ params: { id: string }; body: ReplaceCertificate; reply: StaffApplicationDetail }>()({
    method: 'POST',
    path: '/staff/applications/:id/replacement',
    access: ['reviewer'],
    summary: 'Issues a corrected certificate in place of this one; answers the new application',
  }),
} as const;
