import type { ImportKind } from './enums.ts';
import type { ApplyImport, ListRunRows, ListRuns } from './schemas.ts';
import type { ImportReport, ImportRow, ImportRun } from './replies.ts';
import { endpoint, type Page, type StreamedReply } from '../endpoint.ts';

export type * from './replies.ts';

type OfKind = { kind: ImportKind };

export const importEndpoints = {
  checkImport: endpoint<{ params: OfKind; body: object; reply: ImportReport }>()({
    method: 'POST',
    path: '/staff/imports/:kind/check',
    access: ['registrar'],
    summary: 'Reads a sheet and says row by row what it would change; a large one becomes a run in the background',
    takes: 'file',
  }),
  applyImport: endpoint<{ params: OfKind; query: ApplyImport; body: object; reply: ImportReport }>()({
    method: 'POST',
    path: '/staff/imports/:kind/application',
    access: ['registrar'],
    summary: 'Applies the same .xlsx as it was checked: all rows in one transaction, or none',
    takes: 'file',
  }),
  markImport: endpoint<{ params: OfKind; body: object; reply: StreamedReply }>()({
    method: 'POST',
    path: '/staff/imports/:kind/marked',
    access: ['registrar'],
    summary: 'The sheet that was brought, its cells at fault coloured, with what is wrong in a note',
    takes: 'file',
    replies: 'xlsx',
  }),
  markImportRun: endpoint<{ params: { id: string }; reply: StreamedReply }>()({
    method: 'GET',
    path: '/staff/import-runs/:id/marked',
    access: ['registrar'],
    summary: 'The sheet of a large import, its cells at fault coloured, with what is wrong in a note',
    replies: 'xlsx',
  }),
  showImportRun: endpoint<{ params: { id: string }; reply: ImportRun }>()({
    method: 'GET',
    path: '/staff/import-runs/:id',
    access: ['registrar'],
    summary: 'A large import with its progress',
  }),
  listImportRuns: endpoint<{ query: ListRuns; reply: Page<ImportRun> }>()({
    method: 'GET',
    path: '/staff/import-runs',
    access: ['registrar'],
    summary: 'Imports, newest first',
  }),
  listImportRunRows: endpoint<{ params: { id: string }; query: ListRunRows; reply: Page<ImportRow> }>()({
    method: 'GET',
    path: '/staff/import-runs/:id/rows',
    access: ['registrar'],
    summary: 'Rows of a large import with what each would do, or has done',
  }),
  applyImportRun: endpoint<{ params: { id: string }; reply: ImportRun }>()({
    method: 'POST',
    path: '/staff/import-runs/:id/application',
    access: ['registrar'],
    summary: 'Has a large import applied, 500 rows at a time, that was looked through whole and has no fault',
  }),
  resumeImportRun: endpoint<{ params: { id: string }; reply: ImportRun }>()({
    method: 'POST',
    path: '/staff/import-runs/:id/resumption',
    access: ['registrar'],
    summary: 'Sets a large import going again that has stopped amid its rows',
  }),
  discardImportRun: endpoint<{ params: { id: string }; reply: null }>()({
    method: 'DELETE',
    path: '/staff/import-runs/:id',
    access: ['registrar'],
    summary: 'Gives up a large import that is not being applied: its rows are removed in the background',
  }),
  downloadTemplate: endpoint<{ params: OfKind; reply: StreamedReply }>()({
    method: 'GET',
    path: '/staff/imports/:kind/template',
    access: ['registrar'],
    summary: 'An empty sheet with the columns that are read',
    replies: 'xlsx',
  }),
} as const;
