import type { AnnouncementInput } from '../../contract/announcements/schemas.ts';
import { Announcement } from '../../modules/announcements/model.ts';
import { publishAnnouncement } from '../../modules/announcements/publish-announcement.ts';
import { createAnnouncement } from '../../modules/announcements/write-announcement.ts';
import { staffActor } from './registry.ts';

type More = Partial<AnnouncementInput>;

/** What staff enter: for everybody, for good, not to be confirmed. */
export const announcementInput = (more: More = {}): AnnouncementInput => ({
  title: '关于开展2027年度考核的通知',
  category: 'notice',
  body: '<p>请各律所于3月31日前完成申报。</p>',
  audience: 'everybody',
  eligibility: null,
  pinnedUntil: null,
  validUntil: null,
  mustConfirm: false,
  attachments: [],
  ...more,
});

export const makeDraft = (more: More = {}): Promise<number> =>
  createAnnouncement({ actor: staffActor('service'), input: announcementInput(more) });

/** One that is out, or appears `at`. */
export async function makeAnnouncement(more: More & { at?: number | null } = {}): Promise<Announcement> {
  const { at = null, ...entered } = more;
  const id = await makeDraft(entered);
  await publishAnnouncement({ actor: staffActor('service'), id, input: { version: 1, at } });
  return Announcement.findByPk(id, { rejectOnEmpty: true });
}
