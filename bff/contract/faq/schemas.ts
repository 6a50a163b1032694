import { z } from 'zod';
import { keyOf, line, paragraph, requiredLine, seenVersion, wholeNumber } from '../fields.ts';
import { namesIdentity } from '../text.ts';
import { FAQ_AUDIENCES, FAQ_CATEGORIES } from './enums.ts';
import { MAX_FAQ_HTML, MAX_FAQ_KEYWORDS, MAX_FAQ_POSITION, MAX_FAQ_QUESTION, MAX_FAQ_REASON } from './limits.ts';

const withoutIdentity = { error: '不能写身份证号码' };

const entry = {
  category: keyOf(FAQ_CATEGORIES, '分类'),
  question: requiredLine('问题', MAX_FAQ_QUESTION).refine((v) => !namesIdentity(v), withoutIdentity),
  /** HTML; what is none of the closed rich text is taken out before it is kept (contract/rich-text). */
  answer: paragraph('答案', MAX_FAQ_HTML)
    .refine((v) => v !== '', { error: '请填写答案' })
    .refine((v) => !namesIdentity(v), withoutIdentity),
  /** Words that are not in the question, with blanks between them. */
  keywords: line('关键词', MAX_FAQ_KEYWORDS).default(''),
  audience: keyOf(FAQ_AUDIENCES, '对象'),
  position: wholeNumber('顺序', 0, MAX_FAQ_POSITION),
  isPublished: z.boolean({ error: '请选择是否公布' }),
};

export const createFaq = z.strictObject(entry);
export type CreateFaq = z.input<typeof createFaq>;
export type FaqInput = z.output<typeof createFaq>;

export const updateFaq = z.strictObject({ ...entry, version: seenVersion });
export type UpdateFaq = z.input<typeof updateFaq>;
export type UpdateFaqParsed = z.output<typeof updateFaq>;

export const markFaq = z.strictObject({
  isHelpful: z.boolean({ error: '请选择是否有用' }),
  reason: line('原因', MAX_FAQ_REASON)
    .refine((v) => !namesIdentity(v), withoutIdentity)
    .default(''),
});
export type MarkFaq = z.input<typeof markFaq>;
export type MarkFaqParsed = z.output<typeof markFaq>;
