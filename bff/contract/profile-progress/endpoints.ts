import { endpoint, type Page, type StreamedReply } from '../endpoint.ts';
import type { AllProgress, FirmLawyer, FirmProgress } from './replies.ts';
import type { ExportFirmLawyers, ListFirmLawyers, ListFirmProgress } from './schemas.ts';

export type * from './replies.ts';

export const progressEndpoints = {
  listFirmLawyers: endpoint<{ query: ListFirmLawyers; reply: Page<FirmLawyer> }>()({
    method: 'GET',
    path: '/me/firm/lawyers',
    access: 'firm',
    summary: "The firm's own lawyers, each with one figure of how far the profile is; nothing of what it says",
  }),
  exportFirmLawyers: endpoint<{ query: ExportFirmLawyers; reply: StreamedReply }>()({
    method: 'GET',
    path: '/me/firm/lawyers.xlsx',
    access: 'firm',
    summary: 'The same list as Excel',
    replies: 'xlsx',
  }),
  listFirmProgress: endpoint<{ query: ListFirmProgress; reply: Page<FirmProgress> }>()({
    method: 'GET',
    path: '/staff/profile-progress',
    access: ['registrar'],
    summary: 'How many lawyers of each firm are how far with their profiles',
  }),
  showAllProgress: endpoint<{ reply: AllProgress }>()({
    method: 'GET',
    path: '/staff/profile-progress/all',
    access: ['registrar'],
    summary: 'How many lawyers are how far with their profiles',
  }),
} as const;
