import type { MemberActor } from '../../actor.ts';
import type { AnnouncementItem } from '../../contract/announcements/replies.ts';
import type { HomeTask } from '../../contract/home/replies.ts';
import { readLatest, readReminded } from './list-own-announcements.ts';

/** The home page shows five on a PC and three on a telephone. */
const SHOWN = 5;

export const homeAnnouncements = (actor: MemberActor): Promise<AnnouncementItem[]> => readLatest(actor, SHOWN);

/** What the office has reminded of, and this member has not confirmed. */
export async function announcementTask({ actor }: { actor: MemberActor }): Promise<HomeTask | null> {
  const announcement = await readReminded(actor);
  if (announcement === null) return null;
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
