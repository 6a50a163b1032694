import { endpoint, type Page, type StreamedReply } from '../endpoint.ts';
import type { FirmHours } from './replies.ts';
import type { ExportFirmHours, ListFirmHours } from './schemas.ts';

/** 本所律师学时. */
export const firmHoursEndpoints = {
  listFirmHours: endpoint<{ query: ListFirmHours; reply: Page<FirmHours> }>()({
    method: 'GET',
    path: '/me/firm/hours',
    access: 'firm',
    summary:
      "Hours of the firm's own lawyers in a year by kind, against what the year asks for; nothing of the courses",
  }),
  exportFirmHours: endpoint<{ query: ExportFirmHours; reply: StreamedReply }>()({
    method: 'GET',
    path: '/me/firm/hours.xlsx',
    access: 'firm',
    summary: 'The same list as Excel',
    replies: 'xlsx',
  }),
} as const;
