import { z } from 'zod';
import { instant, oneOf, reply } from '../reply-parts.ts';
import { richNode } from '../rich-text/replies.ts';
import { FAQ_AUDIENCES, FAQ_CATEGORIES } from './enums.ts';

const shown = {
  id: z.int(),
  category: oneOf(FAQ_CATEGORIES),
  question: z.string(),
  /** The words of the answer, for whoever searches in them; clients from before answers had more than words show these. */
  answer: z.string(),
  /** The answer as it is read. */
  body: z.array(richNode),
  keywords: z.string(),
  audience: oneOf(FAQ_AUDIENCES),
};

/** 常见问题 as everybody reads it. */
export const faqReply = reply('Faq', { items: z.array(z.strictObject(shown)) });
export type FaqReply = z.infer<typeof faqReply>;
export type FaqItem = FaqReply['items'][number];

/** An entry as staff write it, with what members think of it. */
export const faqEntry = reply('FaqEntry', {
  ...shown,
  position: z.int(),
  isPublished: z.boolean(),
  version: z.int(),
  updatedAt: instant,
  helpful: z.int(),
  unhelpful: z.int(),
  /** 又问了: tickets that were submitted after it had been read for them. */
  askedAgain: z.int(),
  /** Why it was no help, the latest first. */
  reasons: z.array(z.string()),
});
export type FaqEntry = z.infer<typeof faqEntry>;

export const faqEntries = reply('FaqEntries', { items: z.array(faqEntry) });
export type FaqEntries = z.infer<typeof faqEntries>;
