import { z } from 'zod';
import { LAWYER_CATEGORIES, LAWYER_STATUSES } from '../registry/enums.ts';
import { oneOf, reply } from '../reply-parts.ts';

/** 律师列表: what a firm reads of one of its lawyers. Nothing of a profile but one figure and whether it was approved. */
export const firmLawyer = reply('FirmLawyer', {
  id: z.int(),
  name: z.string(),
  licenceNo: z.string(),
  category: oneOf(LAWYER_CATEGORIES),
  status: oneOf(LAWYER_STATUSES),
  /** Sections that are complete, of the thirteen that everybody has, in per cent. */
  percent: z.int(),
  isDone: z.boolean(),
});
export type FirmLawyer = z.infer<typeof firmLawyer>;

const counts = {
  untouched: z.int(),
  filling: z.int(),
  waiting: z.int(),
  rejected: z.int(),
  approved: z.int(),
};

/** How many lawyers of one firm are how far. */
export const firmProgress = reply('FirmProgress', { id: z.int(), name: z.string(), ...counts });
export type FirmProgress = z.infer<typeof firmProgress>;

/** How far all lawyers are, of whatever firm. */
export const allProgress = reply('AllProgress', counts);
export type AllProgress = z.infer<typeof allProgress>;
