import { z } from 'zod';
import { instant, oneOf, reply } from '../reply-parts.ts';
import { PROFILE_IMPORT_OUTCOMES, PROFILE_IMPORT_STATES } from './enums.ts';

const counts = z.record(oneOf(PROFILE_IMPORT_OUTCOMES), z.int());

/** A workbook of profiles that were approved elsewhere, on its way. */
export const profileImport = reply('ProfileImport', {
  id: z.int(),
  fileName: z.string(),
  source: z.string(),
  /** yyyy-MM-dd */
  asOf: z.string(),
  withSensitive: z.boolean(),
  by: z.string(),
  state: oneOf(PROFILE_IMPORT_STATES),
  /** Lawyers and photos together; those looked through; those of which something is written, done. */
  total: z.int(),
  checked: z.int(),
  due: z.int(),
  applied: z.int(),
  lawyers: counts,
  photos: counts,
  createdAt: instant,
  endedAt: instant.nullable(),
  /** `apply` and `addPhotos`: only whoever brought it in; `resume`: it has stopped on its way. */
  can: z.strictObject({ apply: z.boolean(), addPhotos: z.boolean(), resume: z.boolean(), discard: z.boolean() }),
});
export type ProfileImport = z.infer<typeof profileImport>;

/** One lawyer of the workbook: all of its rows, or none. */
export const profileImportLawyer = reply('ProfileImportLawyer', {
  licenceNo: z.string(),
  name: z.string(),
  outcome: oneOf(PROFILE_IMPORT_OUTCOMES),
  /** Sections that are new or change. */
  sections: z.array(z.string()),
  /** Why it is skipped or refused. */
  note: z.string(),
  /** `row`: as Excel numbers it, 0 of none; `column` is empty where the whole row is at fault. */
  faults: z.array(z.strictObject({ section: z.string(), row: z.int(), column: z.string(), message: z.string() })),
});
export type ProfileImportLawyer = z.infer<typeof profileImportLawyer>;

export const profileImportPhoto = reply('ProfileImportPhoto', {
  fileName: z.string(),
  licenceNo: z.string(),
  outcome: oneOf(PROFILE_IMPORT_OUTCOMES),
  note: z.string(),
});
export type ProfileImportPhoto = z.infer<typeof profileImportPhoto>;
