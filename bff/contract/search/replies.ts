import { z } from 'zod';
import { oneOf, reply } from '../reply-parts.ts';
import { FOUND_KINDS, MEMBERS_FOUND_KINDS } from './enums.ts';

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

/** One kind of what a member may open: a few, and whether there are more. */
export const foundOfKind = reply('FoundOfKind', {
  kind: oneOf(MEMBERS_FOUND_KINDS),
  items: z.array(z.strictObject({ id: z.int(), title: z.string(), note: z.string() })),
  hasMore: z.boolean(),
});
export type FoundOfKind = z.infer<typeof foundOfKind>;

/** Kinds of which nothing was found are left out. */
export const membersSearchReply = reply('MembersSearchReply', { kinds: z.array(foundOfKind) });
export type MembersSearchReply = z.infer<typeof membersSearchReply>;
