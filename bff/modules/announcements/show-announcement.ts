import type { StaffAnnouncement } from '../../contract/announcements/replies.ts';
import { toIso } from '../../contract/dates.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { ofAnnouncement } from '../../subject.ts';
import { listFilesOf } from '../files/list-files-of.ts';
import { Announcement } from './model.ts';
import { presentRow } from './present.ts';
import { readRichText } from '../../platform/rich-text/read-rich-text.ts';
import { phaseOf } from './rules.ts';

/** An announcement as staff see it. Throws `not_found`. */
export async function showAnnouncement(id: number): Promise<StaffAnnouncement> {
  const announcement = await Announcement.findByPk(id);
  if (!announcement) throw new AppError('not_found');
  const now = clock.now();
  const phase = phaseOf(announcement, now);
  const files = await listFilesOf(ofAnnouncement(id).kind, [id]);
  return {
    ...presentRow(announcement, now),
    body: readRichText(announcement.body),
    eligibility: announcement.eligibility,
    attachments: files.get(id) ?? [],
    updatedAt: toIso(announcement.updatedAt),
    publishedBy: announcement.publishedBy,
    remindedAt: toIso(announcement.remindedAt),
    version: announcement.version,
    can: {
      edit: true,
      publish: phase === 'draft' || phase === 'scheduled' || phase === 'withdrawn',
      withdraw: announcement.state === 'published',
      remind: phase === 'published' && announcement.mustConfirm,
    },
  };
}
