import type { PreviewWording, PublishWording, TypeInput, TypeVersion } from './schemas.ts';
import type { PublicationReply, StaffTypeRow, StaffTypeDetail, WordingRow, WordingReply } from './replies.ts';
import { endpoint } from '../endpoint.ts';

export type * from './replies.ts';

export const typeEndpoints = {
  listTypesForStaff: endpoint<{ reply: StaffTypeRow[] }>()({
    method: 'GET',
    path: '/staff/certificate-types',
    access: ['reviewer'],
    summary: 'All certificate types, retired ones too',
  }),
  showTypeForStaff: endpoint<{ params: { id: string }; reply: StaffTypeDetail }>()({
    method: 'GET',
    path: '/staff/certificate-types/:id',
    access: ['administrator'],
    summary: 'One certificate type',
  }),
  createType: endpoint<{ body: TypeInput; reply: StaffTypeDetail }>()({
    method: 'POST',
    path: '/staff/certificate-types',
    access: ['administrator'],
    summary: 'Adds a certificate type, retired until its wording has been written',
  }),
  updateType: endpoint<{ params: { id: string }; body: TypeInput; reply: StaffTypeDetail }>()({
    method: 'PUT',
    path: '/staff/certificate-types/:id',
    access: ['administrator'],
    summary: 'Changes a certificate type',
  }),
  retireType: endpoint<{ params: { id: string }; body: TypeVersion; reply: StaffTypeDetail }>()({
    method: 'POST',
    path: '/staff/certificate-types/:id/retirement',
    access: ['administrator'],
    summary: 'Takes a certificate type away from members',
  }),
  offerType: endpoint<{ params: { id: string }; body: TypeVersion; reply: StaffTypeDetail }>()({
    method: 'POST',
    path: '/staff/certificate-types/:id/offer',
    access: ['administrator'],
    summary:
      'Offers a certificate type to members, after its wording was printed in every situation; a new one takes two persons',
  }),
  listWordings: endpoint<{ params: { id: string }; reply: WordingRow[] }>()({
    method: 'GET',
    path: '/staff/certificate-types/:id/wordings',
    access: ['administrator'],
    summary: 'Versions of the wording, the newest first',
  }),
  showWording: endpoint<{ params: { id: string }; reply: WordingReply }>()({
    method: 'GET',
    path: '/staff/certificate-wordings/:id',
    access: ['reviewer'],
    summary: 'One version of a wording',
  }),
  previewWording: endpoint<{ params: { id: string }; body: PreviewWording; reply: ArrayBuffer }>()({
    method: 'POST',
    path: '/staff/certificate-types/:id/wording-preview',
    access: ['administrator'],
    summary: 'A draft of a wording, printed with invented data',
    replies: 'pdf',
  }),
  publishWording: endpoint<{ params: { id: string }; body: PublishWording; reply: PublicationReply }>()({
    method: 'POST',
    path: '/staff/certificate-types/:id/wordings',
    access: ['administrator'],
    summary:
      'A new version of the wording, printed in every situation: asked for, or in force at once where no letter is made of it yet',
  }),
} as const;
