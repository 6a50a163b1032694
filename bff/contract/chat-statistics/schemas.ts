import { z } from 'zod';
import { inOrder, period } from '../statistics/schemas.ts';

export const chatPeriod = z.strictObject(period).superRefine(inOrder);
export type ChatPeriod = z.input<typeof chatPeriod>;
