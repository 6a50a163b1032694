import { z } from 'zod';
import { instant, oneOf, reply } from '../reply-parts.ts';
import { EXPORT_LISTS, EXPORT_STATES } from './enums.ts';

export const exportOrder = reply('ExportOrder', {
  /** The export that is made in the background; null: the list is short enough to be downloaded at once. */
  runId: z.int().nullable(),
});
export type ExportOrder = z.infer<typeof exportOrder>;

/** One export, without what is in it. */
export const exportRun = reply('ExportRun', {
  id: z.int(),
  list: oneOf(EXPORT_LISTS),
  /** The filters in words; empty without any. */
  filter: z.string(),
  by: z.string(),
  state: oneOf(EXPORT_STATES),
  /** Written so far. */
  rows: z.int(),
  createdAt: instant,
  endedAt: instant.nullable(),
  /** When the file is removed; null where none was or will be kept. */
  keptUntil: instant.nullable(),
  /** `download`: only whoever asked for it, while the file is there. */
  can: z.strictObject({ download: z.boolean() }),
});
export type ExportRun = z.infer<typeof exportRun>;
