import { z } from 'zod';
import { LAWYER_STATUSES } from '../registry/enums.ts';
import { oneOf, reply } from '../reply-parts.ts';

/**
 * 学时 of one lawyer of a firm in a year, in tenths: totals by kind, without what is disputed. Nothing of the courses, and
 * nothing of what proves them.
 */
export const firmHours = reply('FirmHours', {
  id: z.int(),
  name: z.string(),
  licenceNo: z.string(),
  status: oneOf(LAWYER_STATUSES),
  year: z.int(),
  ethicsTenths: z.int(),
  /** Of these on the spot. */
  ethicsOnsiteTenths: z.int(),
  businessTenths: z.int(),
  otherTenths: z.int(),
  totalTenths: z.int(),
  /** What the year asks of this lawyer, as the office has set it; 0: nothing. */
  requiredTenths: z.int(),
  /** Kinds of which some are asked for. */
  requiredEthicsTenths: z.int(),
  /** Of these on the spot at least; 0: none in particular. */
  requiredEthicsOnsiteTenths: z.int(),
  requiredBusinessTenths: z.int(),
});
export type FirmHours = z.infer<typeof firmHours>;
