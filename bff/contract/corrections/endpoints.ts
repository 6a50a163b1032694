import type { CorrectableReply, CorrectionDetail, CorrectionRow, OwnCorrection, OwnCorrectionRow } from './replies.ts';
import type { DecideCorrection, ListCorrections, RequestCorrection, ShowCorrectable } from './schemas.ts';
import { endpoint, type Page } from '../endpoint.ts';
import type { ListPages } from '../fields.ts';

export type * from './replies.ts';

export const correctionEndpoints = {
  showCorrectable: endpoint<{ query: ShowCorrectable; reply: CorrectableReply }>()({
    method: 'GET',
    path: '/me/correctable',
    access: 'member',
    summary: 'What a member may say is wrong in the registry, about itself or about one of its lawyers',
  }),
  requestCorrection: endpoint<{ body: RequestCorrection; reply: OwnCorrection }>()({
    method: 'POST',
    path: '/me/corrections',
    access: 'member',
    summary: 'Asks for a correction of the registry; the same key twice is one request',
  }),
  listOwnCorrections: endpoint<{ query: ListPages; reply: Page<OwnCorrectionRow> }>()({
    method: 'GET',
    path: '/me/corrections',
    access: 'member',
    summary: "The member's requests for correction, the latest first",
  }),
  showOwnCorrection: endpoint<{ params: { id: string }; reply: OwnCorrection }>()({
    method: 'GET',
    path: '/me/corrections/:id',
    access: 'member',
    summary: "One of the member's requests for correction",
  }),
  withdrawCorrection: endpoint<{ params: { id: string }; reply: OwnCorrection }>()({
    method: 'POST',
    path: '/me/corrections/:id/withdrawal',
    access: 'member',
    summary: 'Takes back a request that nobody has decided',
  }),
  showOwnProof: endpoint<{ params: { id: string; file: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/me/corrections/:id/attachments/:file',
    access: 'member',
    summary: 'A file that was attached to an own request for correction',
    replies: 'file',
  }),
  listCorrections: endpoint<{ query: ListCorrections; reply: Page<CorrectionRow> }>()({
    method: 'GET',
    path: '/staff/corrections',
    access: ['registrar'],
    summary: 'Requests for correction; those that are open the oldest first, others the latest first',
  }),
  showCorrection: endpoint<{ params: { id: string }; reply: CorrectionDetail }>()({
    method: 'GET',
    path: '/staff/corrections/:id',
    access: ['registrar'],
    summary: 'One request for correction, beside what the registry says now',
  }),
  decideCorrection: endpoint<{ params: { id: string }; body: DecideCorrection; reply: CorrectionDetail }>()({
    method: 'POST',
    path: '/staff/corrections/:id/decision',
    access: ['registrar'],
    summary: 'Adopts a request, which changes the registry, or refuses it, or notes that it was settled by hand',
  }),
  showCorrectionProof: endpoint<{ params: { id: string; file: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/staff/corrections/:id/attachments/:file',
    access: ['registrar'],
    summary: 'A file that was attached to a request for correction',
    replies: 'file',
  }),
} as const;
