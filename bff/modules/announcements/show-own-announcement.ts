import { memberIdOf, type MemberActor } from '../../actor.ts';
import type { AnnouncementPage } from '../../contract/announcements/replies.ts';
import { toIso } from '../../contract/dates.ts';
import { clock } from '../../platform/clock/clock.ts';
import { ofAnnouncement } from '../../subject.ts';
import { listFilesOf } from '../files/list-files-of.ts';
import { AnnouncementConfirmation } from './model.ts';
import { loadForMember } from './load-for-member.ts';
import { readMark } from './read-visible.ts';
import { readRichText } from '../../platform/rich-text/read-rich-text.ts';
import { isRead } from './rules.ts';

/** An announcement as a member reads it. Throws `not_found` for one that is not for this member, or not out. */
export async function showOwnAnnouncement(asked: { actor: MemberActor; id: number }): Promise<AnnouncementPage> {
  const { actor, id } = asked;
  const announcement = await loadForMember(actor, id);
  const { kind: memberKind, id: memberId } = memberIdOf(actor);
  const where = { announcementId: id, round: announcement.round, memberKind, memberId };
  const [confirmation, mark, files] = await Promise.all([
    announcement.mustConfirm ? AnnouncementConfirmation.findOne({ where }) : null,
    readMark(actor),
    listFilesOf(ofAnnouncement(id).kind, [id]),
  ]);
  const { title, category, mustConfirm, publishedAt, pinnedUntil, body, changedAt } = announcement;
  const confirmed = new Set(confirmation ? [id] : []);
  return {
    id,
    title,
    category,
    mustConfirm,
    publishedAt: toIso(publishedAt),
    isPinned: (pinnedUntil ?? 0) > clock.now(),
    isRead: isRead({ id, mustConfirm, askedAt: announcement.askedAt ?? publishedAt }, { mark, confirmed }),
    body: readRichText(body),
    updatedAt: toIso(changedAt),
    attachments: files.get(id) ?? [],
    confirmedAt: toIso(confirmation?.confirmedAt ?? null),
    can: { confirm: mustConfirm && !confirmation },
  };
}
