import { listQueue } from '../certificates/schemas.ts';
import { listAudit } from '../audit/schemas.ts';
import { listPapers } from '../papers/schemas.ts';
import { listDiscipline, listFirms, listLawyers } from '../registry/schemas.ts';
import type { z } from 'zod';

/** An export takes the filters of its list and every page of it. */
const PAGING = { cursor: true, limit: true } as const;

export const exportQueue = listQueue.omit(PAGING);
export const exportFirms = listFirms.omit(PAGING);
export const exportLawyers = listLawyers.omit(PAGING);
export const exportDiscipline = listDiscipline.omit(PAGING);
export const exportPapers = listPapers.omit(PAGING);
export const exportAudit = listAudit.omit(PAGING);

export type ExportQueue = z.input<typeof exportQueue>;
export type ExportFirms = z.input<typeof exportFirms>;
export type ExportLawyers = z.input<typeof exportLawyers>;
export type ExportDiscipline = z.input<typeof exportDiscipline>;
export type ExportPapers = z.input<typeof exportPapers>;
export type ExportAudit = z.input<typeof exportAudit>;
