import { z } from 'zod';
import { named, reply } from '../reply-parts.ts';
import { RICH_TAGS, type RichNode } from './tags.ts';

/** One piece of rich text, and what is in it. */
export const richNode: z.ZodType<RichNode> = named(
  'RichNode',
  z.union([
    reply('RichWords', { text: z.string() }),
    reply('RichElement', {
      tag: z.enum(RICH_TAGS),
      href: z.string().optional(),
      of: z.array(z.lazy(() => richNode)),
    }),
  ]),
);
