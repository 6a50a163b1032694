import { z } from 'zod';

/** `<token>.ics`: some calendar programs look at the ending. */
export const feedParams = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z0-9_-]{22}\.ics$/)
    .transform((name) => name.slice(0, -'.ics'.length)),
});
