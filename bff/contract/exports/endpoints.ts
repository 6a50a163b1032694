import type {
  ExportAssessments,
  ExportAudit,
  ExportDiscipline,
  ExportDues,
  ExportFirms,
  ExportLawyers,
  ExportMessages,
  ExportPapers,
  ExportPayments,
  ExportQueue,
  ExportTicketFigures,
  ListExports,
  OrderExport,
} from './schemas.ts';
import type { ExportOrder, ExportRun } from './replies.ts';
import { TICKET_ROLES } from '../tickets/enums.ts';
import { endpoint, type Page, type StreamedReply } from '../endpoint.ts';

/** The staff's lists as Excel files; each for those who may read the list. */
export const exportEndpoints = {
  exportQueue: endpoint<{ query: ExportQueue; reply: StreamedReply }>()({
    method: 'GET',
    path: '/staff/exports/applications',
    access: ['reviewer'],
    summary: 'Applications as Excel',
    replies: 'xlsx',
  }),
  exportFirms: endpoint<{ query: ExportFirms; reply: StreamedReply }>()({
    method: 'GET',
    path: '/staff/exports/firms',
    access: 'staff',
    summary: 'Firms as Excel',
    replies: 'xlsx',
  }),
  exportLawyers: endpoint<{ query: ExportLawyers; reply: StreamedReply }>()({
    method: 'GET',
    path: '/staff/exports/lawyers',
    access: 'staff',
    summary: 'Lawyers as Excel, without identity numbers',
    replies: 'xlsx',
  }),
  exportDiscipline: endpoint<{ query: ExportDiscipline; reply: StreamedReply }>()({
    method: 'GET',
    path: '/staff/exports/discipline',
    access: ['reviewer', 'registrar'],
    summary: 'Discipline records as Excel',
    replies: 'xlsx',
  }),
  exportPapers: endpoint<{ query: ExportPapers; reply: StreamedReply }>()({
    method: 'GET',
    path: '/staff/exports/papers',
    access: ['reviewer', 'service', 'finance'],
    summary: 'Paper orders as Excel',
    replies: 'xlsx',
  }),
  exportAudit: endpoint<{ query: ExportAudit; reply: StreamedReply }>()({
    method: 'GET',
    path: '/staff/exports/audit',
    access: ['administrator'],
    summary: 'Audit log as Excel',
    replies: 'xlsx',
  }),
  exportDues: endpoint<{ query: ExportDues; reply: StreamedReply }>()({
    method: 'GET',
    path: '/staff/exports/dues',
    access: 'staff',
    summary: 'Membership dues as Excel',
    replies: 'xlsx',
  }),
  exportAssessments: endpoint<{ query: ExportAssessments; reply: StreamedReply }>()({
    method: 'GET',
    path: '/staff/exports/assessments',
    access: 'staff',
    summary: 'Annual assessments as Excel',
    replies: 'xlsx',
  }),
  exportPayments: endpoint<{ query: ExportPayments; reply: StreamedReply }>()({
    method: 'GET',
    path: '/staff/exports/payments',
    access: ['finance'],
    summary: 'Payments as Excel',
    replies: 'xlsx',
  }),
  exportMessages: endpoint<{ query: ExportMessages; reply: StreamedReply }>()({
    method: 'GET',
    path: '/staff/exports/messages',
    access: ['reviewer', 'service'],
    summary: 'Outgoing messages as Excel, without what they say',
    replies: 'xlsx',
  }),
  exportTicketFigures: endpoint<{ query: ExportTicketFigures; reply: StreamedReply }>()({
    method: 'GET',
    path: '/staff/exports/ticket-figures',
    access: TICKET_ROLES,
    summary: 'Numbers of tickets by day and category as Excel',
    replies: 'xlsx',
  }),
  orderExport: endpoint<{ body: OrderExport; reply: ExportOrder }>()({
    method: 'POST',
    path: '/staff/export-runs',
    access: 'staff',
    summary: 'Has a long list made into a file in the background; a short one is to be downloaded at once',
  }),
  listExports: endpoint<{ query: ListExports; reply: Page<ExportRun> }>()({
    method: 'GET',
    path: '/staff/export-runs',
    access: 'staff',
    summary: 'Exports with their progress: the own ones, for administrators all',
  }),
  downloadExport: endpoint<{ params: { id: string }; reply: StreamedReply }>()({
    method: 'GET',
    path: '/staff/export-runs/:id/file',
    access: 'staff',
    summary: 'The file of an export, for whoever asked for it',
    replies: 'xlsx',
  }),
} as const;
