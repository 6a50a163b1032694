import { endpoint, type Page } from '../endpoint.ts';
import type { CorrectableReply, CorrectionRow, CorrectionTicket } from './replies.ts';
import type { ListCorrections, ShowCorrectable } from './schemas.ts';

export type * from './replies.ts';

export const correctionEndpoints = {
  showCorrectable: endpoint<{ query: ShowCorrectable; reply: CorrectableReply }>()({
    method: 'GET',
    path: '/me/correctable',
    access: 'member',
    summary: 'What a member may say is wrong in the registry, about itself or about one of its lawyers',
  }),
  findOwnCorrection: endpoint<{ params: { id: string }; reply: CorrectionTicket }>()({
    method: 'GET',
    path: '/me/corrections/:id',
    access: 'member',
    summary: 'In which ticket an own request for correction is worked on: links of old messages lead there',
  }),
  listCorrections: endpoint<{ query: ListCorrections; reply: Page<CorrectionRow> }>()({
    method: 'GET',
    path: '/staff/corrections',
    access: ['registrar'],
    summary: 'Requests for correction of a member; those that are open the oldest first, others the latest first',
  }),
  findCorrection: endpoint<{ params: { id: string }; reply: CorrectionTicket }>()({
    method: 'GET',
    path: '/staff/corrections/:id',
    access: ['registrar'],
    summary: 'In which ticket a request for correction is worked on: old addresses lead there',
  }),
} as const;
