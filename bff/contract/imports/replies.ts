import { z } from 'zod';
import { IMPORT_OUTCOMES } from './enums.ts';
import { oneOf, reply } from '../reply-parts.ts';

/** One row of the sheet. */
export const importRow = reply('ImportRow', {
  /** As Excel numbers it; the header is row 1. */
  row: z.int(),
  /** Whom it is about, as far as that can be read. */
  name: z.string(),
  outcome: oneOf(IMPORT_OUTCOMES),
  /** Column by column what it was and what it becomes; empty unless it changes something that is there. */
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
  /** Changes with the file, with what it says and with what is registered; sent back to apply just this. */
  fingerprint: z.string(),
});
export type ImportReport = z.infer<typeof importReport>;
