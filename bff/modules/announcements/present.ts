import type { AnnouncementRow } from '../../contract/announcements/replies.ts';
import { toIso } from '../../contract/dates.ts';
import type { Announcement } from './model.ts';
import { phaseOf } from './rules.ts';

/** A line of the staff's list. */
export const presentRow = (announcement: Announcement, now: number): AnnouncementRow => ({
  id: Number(announcement.id),
  title: announcement.title,
  category: announcement.category,
  mustConfirm: announcement.mustConfirm,
  phase: phaseOf(announcement, now),
  audience: announcement.audience,
  publishedAt: toIso(announcement.publishedAt),
  pinnedUntil: toIso(announcement.pinnedUntil),
  validUntil: toIso(announcement.validUntil),
  createdBy: announcement.createdBy,
});
