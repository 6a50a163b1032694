import { z } from 'zod';
import { inOrder, period } from '../statistics/period.ts';

export const chatPeriod = z.strictObject(period).superRefine(inOrder);
export type ChatPeriod = z.input<typeof chatPeriod>;
