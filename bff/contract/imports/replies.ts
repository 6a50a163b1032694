import { z } from 'zod';
import { IMPORT_KINDS, IMPORT_OUTCOMES, RUN_OUTCOMES, RUN_STATES } from './enums.ts';
import { oneOf, reply } from '../reply-parts.ts';

/** One row of the sheet. */
export const importRow = reply('ImportRow', {
  /** The number that Excel shows beside the row; the header is row 1. */
  row: z.int(),
  /** Whom it is about, as far as that can be read. */
  name: z.string(),
  outcome: oneOf(IMPORT_OUTCOMES),
  /** Column by column what it was and what it becomes, or what somebody new is registered with. */
  changes: z.string(),
  /** `column` is empty where the whole row is at fault. */
  faults: z.array(
    z.strictObject({
      column: z.string(),
      message: z.string(),
    }),
  ),
  /** What a person should look at before applying: names with look-alikes, hidden rows. They keep nothing out. */
  doubts: z.array(
    z.strictObject({
      column: z.string(),
      message: z.string(),
    }),
  ),
  /** Contacts that are not good for everything at once, and why. */
  holds: z.array(z.strictObject({ column: z.string(), message: z.string() })),
});
export type ImportRow = z.infer<typeof importRow>;

export const importReport = reply('ImportReport', {
  counts: z.record(oneOf(IMPORT_OUTCOMES), z.int()),
  rows: z.array(importRow),
  /** It changes when the file or what is registered changes; the client sends it back, so that just this is applied. */
  fingerprint: z.string(),
  /** The run that goes on in the background instead, of a sheet of more than MAX_IMPORT_ROWS; `rows` are empty then. */
  runId: z.int().nullable(),
});
export type ImportReport = z.infer<typeof importReport>;

/** A large sheet on its way into the registry. */
export const importRun = reply('ImportRun', {
  id: z.int(),
  kind: oneOf(IMPORT_KINDS),
  fileName: z.string(),
  by: z.string(),
  state: oneOf(RUN_STATES),
  total: z.int(),
  checked: z.int(),
  /** How many of the rows that change something have been dealt with. */
  applied: z.int(),
  counts: z.record(oneOf(RUN_OUTCOMES), z.int()),
  /** Rows to look at before it is applied (noted.ts). */
  noted: z.strictObject({ held: z.int(), doubtful: z.int(), unseen: z.int() }),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** `apply`: only whoever brought it in; `resume`: it has stopped amid its rows. */
  can: z.strictObject({ apply: z.boolean(), resume: z.boolean() }),
});
export type ImportRun = z.infer<typeof importRun>;
