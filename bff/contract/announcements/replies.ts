import { z } from 'zod';
import { eligibility } from '../eligibility/schemas.ts';
import { keptFileReply } from '../files/replies.ts';
import { instant, oneOf, pageOf, reply } from '../reply-parts.ts';
import { richNode } from '../rich-text/replies.ts';
import { ANNOUNCEMENT_AUDIENCES, ANNOUNCEMENT_CATEGORIES, ANNOUNCEMENT_PHASES } from './enums.ts';

const named = {
  id: z.int(),
  title: z.string(),
  category: oneOf(ANNOUNCEMENT_CATEGORIES),
  mustConfirm: z.boolean(),
};
const forMember = {
  ...named,
  publishedAt: instant,
  isPinned: z.boolean(),
  isRead: z.boolean(),
};

/** One line of the members' list. */
export const announcementItem = reply('AnnouncementItem', forMember);
export type AnnouncementItem = z.infer<typeof announcementItem>;

/** `pinned` on the first page alone. */
export const announcements = reply('Announcements', {
  pinned: z.array(announcementItem),
  items: z.array(announcementItem),
  next: z.string().nullable(),
});
export type Announcements = z.infer<typeof announcements>;

/** An announcement as a member reads it. */
export const announcementPage = reply('AnnouncementPage', {
  ...forMember,
  body: z.array(richNode),
  /** Changed after it was published; null: not. */
  updatedAt: instant.nullable(),
  attachments: z.array(keptFileReply),
  /** When this account confirmed it, as it stands now; null: not. */
  confirmedAt: instant.nullable(),
  can: z.strictObject({ confirm: z.boolean() }),
});
export type AnnouncementPage = z.infer<typeof announcementPage>;

const row = {
  ...named,
  phase: oneOf(ANNOUNCEMENT_PHASES),
  audience: oneOf(ANNOUNCEMENT_AUDIENCES),
  publishedAt: instant.nullable(),
  pinnedUntil: instant.nullable(),
  validUntil: instant.nullable(),
  createdBy: z.string(),
};
export const announcementRows = pageOf(reply('AnnouncementRow', row));
export type AnnouncementRows = z.infer<typeof announcementRows>;
export type AnnouncementRow = AnnouncementRows['items'][number];

/** As staff write it. */
export const staffAnnouncement = reply('StaffAnnouncement', {
  ...row,
  body: z.array(richNode),
  eligibility: eligibility.nullable(),
  attachments: z.array(keptFileReply),
  updatedAt: instant,
  publishedBy: z.string(),
  remindedAt: instant.nullable(),
  version: z.int(),
  can: z.strictObject({
    edit: z.boolean(),
    publish: z.boolean(),
    withdraw: z.boolean(),
    remind: z.boolean(),
  }),
});
export type StaffAnnouncement = z.infer<typeof staffAnnouncement>;

/** How many whom it is for have confirmed it. */
export const confirmations = reply('Confirmations', {
  asked: z.int(),
  confirmed: z.int(),
  /** By firm, with its lawyers; those with the most missing first. */
  firms: z.array(z.strictObject({ id: z.int().nullable(), name: z.string(), asked: z.int(), confirmed: z.int() })),
  /** How many firms there are in all. */
  firmCount: z.int(),
});
export type Confirmations = z.infer<typeof confirmations>;
