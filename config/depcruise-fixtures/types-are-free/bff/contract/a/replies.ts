import { z } from 'zod';
export const it = z.null();
export type It = z.infer<typeof it>;
