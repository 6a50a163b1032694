import type { MemberActor } from '../../actor.ts';
import type { AnnouncementItem } from '../../contract/announcements/replies.ts';
import type { HomeTask } from '../../contract/home/replies.ts';
import { clock } from '../../platform/clock/clock.ts';
import { readPublished } from './read-published.ts';
import { forMember, readConfirmed, withMarks, type Candidate } from './read-visible.ts';

/** The home page shows five on a PC and three on a telephone. */
const SHOWN = 5;

/** The few that the home page shows, pinned ones first. */
export async function homeAnnouncements(actor: MemberActor): Promise<AnnouncementItem[]> {
  const { latest } = await readPublished(actor);
  const now = clock.now();
  const isPinned = ({ pinnedUntil }: Candidate) => (pinnedUntil ?? 0) > now;
  const first = [...latest.filter(isPinned), ...latest.filter((row) => !isPinned(row))];
  return withMarks(actor, (await forMember(actor, first)).slice(0, SHOWN));
}

/** The latest of which the office has reminded, and which this member has not confirmed. */
export async function announcementTask({ actor }: { actor: MemberActor }): Promise<HomeTask | null> {
  const { reminded } = await readPublished(actor);
  if (reminded.length === 0) return null;
  const own = await forMember(actor, reminded);
  const confirmed = await readConfirmed(actor, own);
  const announcement = own.find(({ id }) => !confirmed.has(id));
  if (!announcement) return null;
  return {
    kind: 'announcement',
    title: '请确认阅读公告',
    words: announcement.title,
    percent: null,
    until: null,
    page: `announcement?id=${announcement.id}`,
    act: '阅读并确认',
  };
}
