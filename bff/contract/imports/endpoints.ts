import type { ImportKind, ImportOutcome } from './enums.ts';
import type { ApplyImport } from './schemas.ts';
import { endpoint, type StreamedReply } from '../endpoint.ts';

/** One row of the sheet. */
export interface ImportRow {
  /** As Excel numbers it; the header is row 1. */
  row: number;
  /** Whom it is about, as far as that can be read. */
  name: string;
  outcome: ImportOutcome;
  /** Column by column what it was and what it becomes; empty unless it changes something that is there. */
  changes: string;
  /** `column` is empty where the whole row is at fault. */
  faults: { column: string; message: string }[];
  /** What a person should look at before applying: names with look-alikes. They keep nothing out. */
  doubts: { column: string; message: string }[];
  /** Contacts that are not good for everything at once, and why. */
  holds: { column: string; message: string }[];
}
export interface ImportReport {
  counts: Record<ImportOutcome, number>;
  rows: ImportRow[];
  /** Changes with the file, with what it says and with what is registered; sent back to apply just this. */
  fingerprint: string;
}

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
