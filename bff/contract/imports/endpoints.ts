import type { ImportKind } from './enums.ts';
import type { ApplyImport } from './schemas.ts';
import type { ImportReport } from './replies.ts';
import { endpoint, type StreamedReply } from '../endpoint.ts';

export type * from './replies.ts';

type OfKind = { kind: ImportKind };

export const importEndpoints = {
  checkImport: endpoint<{ params: OfKind; body: object; reply: ImportReport }>()({
    method: 'POST',
    path: '/staff/imports/:kind/check',
    access: ['registrar'],
    summary: 'Reads an .xlsx and says row by row what it would change, without changing anything',
    takes: 'file',
  }),
  applyImport: endpoint<{ params: OfKind; query: ApplyImport; body: object; reply: ImportReport }>()({
    method: 'POST',
    path: '/staff/imports/:kind/application',
    access: ['registrar'],
    summary: 'Applies the same .xlsx as it was checked: all rows in one transaction, or none',
    takes: 'file',
  }),
  downloadTemplate: endpoint<{ params: OfKind; reply: StreamedReply }>()({
    method: 'GET',
    path: '/staff/imports/:kind/template',
    access: ['registrar'],
    summary: 'An empty sheet with the columns that are read',
    replies: 'xlsx',
  }),
} as const;
