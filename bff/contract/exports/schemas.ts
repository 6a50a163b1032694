import { listQueue } from '../certificates/schemas.ts';
import { listAudit } from '../audit/schemas.ts';
import { listMessages } from '../notifications/schemas.ts';
import { listPapers } from '../papers/schemas.ts';
import { listDiscipline, listFirms, listLawyers } from '../registry/schemas.ts';
import { listPayments } from '../payments/schemas.ts';
import { listAssessments, listDues } from '../records/schemas.ts';
import type { z } from 'zod';

/** An export takes the filters of its list and every page of it. */
const PAGING = { cursor: true, limit: true } as const;

export const exportQueue = listQueue.omit(PAGING);
export const exportFirms = listFirms.omit(PAGING);
export const exportLawyers = listLawyers.omit(PAGING);
export const exportDiscipline = listDiscipline.omit(PAGING);
export const exportPapers = listPapers.omit(PAGING);
export const exportAudit = listAudit.omit(PAGING);
export const exportDues = listDues.omit(PAGING);
export const exportAssessments = listAssessments.omit(PAGING);
export const exportPayments = listPayments.omit(PAGING);
export const exportMessages = listMessages.omit(PAGING);

export type ExportQueue = z.input<typeof exportQueue>;
export type ExportFirms = z.input<typeof exportFirms>;
export type ExportLawyers = z.input<typeof exportLawyers>;
export type ExportDiscipline = z.input<typeof exportDiscipline>;
export type ExportPapers = z.input<typeof exportPapers>;
export type ExportAudit = z.input<typeof exportAudit>;
export type ExportDues = z.input<typeof exportDues>;
export type ExportAssessments = z.input<typeof exportAssessments>;
export type ExportPayments = z.input<typeof exportPayments>;
export type ExportMessages = z.input<typeof exportMessages>;
