import { z } from 'zod';
import { MAX_RECIPIENT, MAX_VIEWS } from './limits.ts';
import { MAX_PURPOSE } from '../limits.ts';
import { toHalfWidth } from '../text.ts';
import { plainDate, line, seenVersion, wholeNumber } from '../fields.ts';

export const createShare = z.strictObject({
  /** Empty: named later. */
  recipient: line('接收方', MAX_RECIPIENT).default(''),
  purpose: line('用途', MAX_PURPOSE).default(''),
  /** Its last day; absent: thirty days from today. */
  expiresOn: plainDate('有效期').optional(),
  hasCode: z.boolean({ error: '请选择是否需要访问码' }).default(false),
  /** null: as often as wanted. */
  viewLimit: wholeNumber('查看次数', 1, MAX_VIEWS).nullable().default(null),
  mayDownload: z.boolean({ error: '请选择是否允许下载' }).default(false),
});
export type CreateShare = z.input<typeof createShare>;
export type CreateShareParsed = z.output<typeof createShare>;

/** What may still be changed of a link, all of it at once. */
export const changeShare = z.strictObject({
  version: seenVersion,
  /** Absent: stays as it is. */
  recipient: line('接收方', MAX_RECIPIENT).optional(),
  purpose: line('用途', MAX_PURPOSE).default(''),
  /** Its last day. */
  expiresOn: plainDate('有效期'),
  /** null: as often as wanted. */
  viewLimit: wholeNumber('查看次数', 1, MAX_VIEWS).nullable(),
});
export type ChangeShare = z.input<typeof changeShare>;
export type ChangeShareParsed = z.output<typeof changeShare>;

/** Anything may be asked for; what is malformed is simply unknown. */
const token = z.string({ error: '链接不完整' }).max(64);
/** Drawn by the page when it loads: a repeated request of the same page is the same view. */
const visit = z.string({ error: '请重新打开链接' }).regex(/^[0-9a-f]{32}$/, { error: '请重新打开链接' });

export const openShare = z.strictObject({
  token,
  visit,
  code: z
    .string({ error: '请输入访问码' })
    .max(30)
    .transform((v) => toHalfWidth(v).replace(/[\s-]/g, ''))
    .optional(),
});
export type OpenShare = z.input<typeof openShare>;

export const readShared = z.strictObject({ token, visit });
export type ReadShared = z.input<typeof readShared>;
