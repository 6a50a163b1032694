import { z } from 'zod';
import { eligibility } from '../eligibility/schemas.ts';
import { id, instant, keyOf, line, pageQuery, paragraph, requiredLine, seenVersion } from '../fields.ts';
import { namesIdentity } from '../text.ts';
import { ANNOUNCEMENT_AUDIENCES, ANNOUNCEMENT_CATEGORIES, ANNOUNCEMENT_PHASES } from './enums.ts';
import { MAX_ANNOUNCEMENT_BODY, MAX_ANNOUNCEMENT_FILES, MAX_ANNOUNCEMENT_TITLE } from './limits.ts';

const withoutIdentity = { error: '不能写身份证号码' };

const entered = {
  title: requiredLine('标题', MAX_ANNOUNCEMENT_TITLE).refine((v) => !namesIdentity(v), withoutIdentity),
  category: keyOf(ANNOUNCEMENT_CATEGORIES, '分类'),
  /** HTML; what is none of the closed rich text is taken out before it is kept (contract/rich-text). */
  body: paragraph('正文', MAX_ANNOUNCEMENT_BODY).refine((v) => !namesIdentity(v), withoutIdentity),
  audience: keyOf(ANNOUNCEMENT_AUDIENCES, '对象'),
  /** Who of them; null: all. */
  eligibility: eligibility.nullable(),
  /** At the top until then; null: not. */
  pinnedUntil: instant('置顶截止时间').nullable(),
  /** Shown until then; null: for good. */
  validUntil: instant('有效期').nullable(),
  mustConfirm: z.boolean({ error: '请选择是否须确认阅读' }),
  attachments: z
    .array(z.string().regex(/^[A-Za-z0-9_-]{16,40}$/, { error: '附件无效，请移除后重新上传' }))
    .max(MAX_ANNOUNCEMENT_FILES, { error: `附件最多${MAX_ANNOUNCEMENT_FILES}份` })
    .default([]),
};

export const createAnnouncement = z.strictObject(entered);
export type CreateAnnouncement = z.input<typeof createAnnouncement>;
export type AnnouncementInput = z.output<typeof createAnnouncement>;

/** `asksAgain`: what was changed is to be confirmed anew, and is unread again. */
export const updateAnnouncement = z.strictObject({
  ...entered,
  version: seenVersion,
  asksAgain: z.boolean({ error: '请选择是否须重新确认' }).default(false),
});
export type UpdateAnnouncement = z.input<typeof updateAnnouncement>;
export type UpdateAnnouncementParsed = z.output<typeof updateAnnouncement>;

/** `at`: when it appears; null: now. */
export const publishAnnouncement = z.strictObject({ version: seenVersion, at: instant('发布时间').nullable() });
export type PublishAnnouncement = z.input<typeof publishAnnouncement>;
export type PublishAnnouncementParsed = z.output<typeof publishAnnouncement>;

export const seenAnnouncement = z.strictObject({ version: seenVersion });
export type SeenAnnouncement = z.input<typeof seenAnnouncement>;

export const listAnnouncements = z.strictObject({
  ...pageQuery,
  phase: keyOf(ANNOUNCEMENT_PHASES, '状态').optional(),
  /** Any part of title or text. */
  search: line('关键词', 60).optional(),
});
export type ListAnnouncements = z.input<typeof listAnnouncements>;

export const markAnnouncementsRead = z.union(
  [z.strictObject({ id: id('公告') }), z.strictObject({ upTo: id('公告') })],
  {
    error: '请选择公告',
  },
);
export type MarkAnnouncementsRead = z.input<typeof markAnnouncementsRead>;
