import { z } from 'zod';
import { requiredLine } from '../fields.ts';
import { MAX_STAFF_REASON } from '../limits.ts';

/** Why somebody does not agree. */
export const refusalInput = z.strictObject({ reason: requiredLine('不同意的理由', MAX_STAFF_REASON) });
export type RefusalInput = z.input<typeof refusalInput>;
