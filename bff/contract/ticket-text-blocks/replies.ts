import { z } from 'zod';
import { instant, reply } from '../reply-parts.ts';

const next = z.enum(['working', 'asked', 'solved']).nullable();

/** 文本块 as they are kept, with their placeholders. */
export const textBlocks = reply('TicketTextBlocks', {
  items: z.array(
    z.strictObject({
      id: z.int(),
      title: z.string(),
      body: z.string(),
      next,
      version: z.int(),
      updatedAt: instant,
      updatedBy: z.string(),
    }),
  ),
});
export type TextBlocks = z.infer<typeof textBlocks>;

/** The same as they read in the answer to one ticket. */
export const filledTextBlocks = reply('FilledTextBlocks', {
  items: z.array(z.strictObject({ id: z.int(), title: z.string(), body: z.string(), next })),
});
export type FilledTextBlocks = z.infer<typeof filledTextBlocks>;
