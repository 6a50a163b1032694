import { z } from 'zod';
import { pageQuery } from '../fields.ts';

export const listFirmLawyers = z.strictObject({
  ...pageQuery,
  /** Any part of a name, or of a licence number. */
  search: z.string().max(50).optional(),
});
export type ListFirmLawyers = z.input<typeof listFirmLawyers>;

export const exportFirmLawyers = listFirmLawyers.pick({ search: true });
export type ExportFirmLawyers = z.input<typeof exportFirmLawyers>;

export const listFirmProgress = z.strictObject({
  ...pageQuery,
  /** Any part of the firm's name. */
  search: z.string().max(100).optional(),
});
export type ListFirmProgress = z.input<typeof listFirmProgress>;
