import { z } from 'zod';
import { oneOf, reply } from '../reply-parts.ts';
import { FOUND_KINDS } from './enums.ts';

export const found = reply('Found', {
  kind: oneOf(FOUND_KINDS),
  id: z.int(),
  /** 编号 or name. */
  title: z.string(),
  /** What tells it from others of the same name. */
  note: z.string(),
});
export type Found = z.infer<typeof found>;

/** Best first; a few of each kind. */
export const searchReply = reply('SearchReply', { items: z.array(found) });
export type SearchReply = z.infer<typeof searchReply>;
