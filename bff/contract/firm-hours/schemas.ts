import { z } from 'zod';
import { line, pageQuery, wholeNumber } from '../fields.ts';

/** The lawyers whom the list names, as it is narrowed. */
const asked = {
  /** Absent: this one. No hours are older than the association's own years. */
  year: wholeNumber('年度', 1979, 2099).optional(),
  /** Any part of a name, or of a licence number. */
  search: line('关键词', 50).optional(),
  /** Those alone who lack some of what the year asks for. */
  lacking: z.enum(['yes'], { error: '请选择是否只看未修满的' }).optional(),
};

export const listFirmHours = z.strictObject({ ...pageQuery, ...asked });
export type ListFirmHours = z.input<typeof listFirmHours>;

export const exportFirmHours = z.strictObject(asked);
export type ExportFirmHours = z.input<typeof exportFirmHours>;
export type FirmHoursAsked = z.output<typeof exportFirmHours>;
