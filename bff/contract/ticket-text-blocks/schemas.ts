import { z } from 'zod';
import { paragraph, requiredLine, seenVersion } from '../fields.ts';
import { namesIdentity } from '../text.ts';
import { MAX_TICKET_BODY } from '../tickets/limits.ts';
import { withoutIdentity } from '../tickets/schemas.ts';
import { MAX_BLOCK_TITLE } from './limits.ts';
import { unknownPlaceholders } from './placeholders.ts';

const words = {
  title: requiredLine('名称', MAX_BLOCK_TITLE),
  body: paragraph('内容', MAX_TICKET_BODY)
    .refine((v) => v !== '', { error: '请填写内容' })
    .refine((v) => !namesIdentity(v), withoutIdentity('内容'))
    .superRefine((body, context) => {
      const [unknown] = unknownPlaceholders(body);
      if (unknown === undefined) return;
      context.addIssue({ code: 'custom', message: `没有“${unknown}”这个占位符，请从列出的占位符中选择` });
    }),
  /** What the answer does besides; null: whoever answers chooses. */
  next: z.enum(['working', 'asked', 'solved'], { error: '请选择答复后的状态' }).nullable(),
};

export const addTextBlock = z.strictObject(words);
export type AddTextBlock = z.output<typeof addTextBlock>;

export const changeTextBlock = z.strictObject({ ...words, version: seenVersion });
export type ChangeTextBlock = z.output<typeof changeTextBlock>;

export const removeTextBlock = z.strictObject({ version: seenVersion });
export type RemoveTextBlock = z.output<typeof removeTextBlock>;
