import type { Actor, MemberActor } from '../../actor.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { Announcement } from './model.ts';
import { forMember } from './read-visible.ts';
import { phaseOf } from './rules.ts';

/** An announcement that is out and for this member; `not_found` otherwise, as for one that does not exist. */
export async function loadForMember(actor: MemberActor, id: number): Promise<Announcement & { publishedAt: number }> {
  const announcement = await Announcement.findByPk(id);
  if (!announcement || phaseOf(announcement, clock.now()) !== 'published') throw new AppError('not_found');
  if (announcement.audience !== 'everybody' && announcement.audience !== actor.kind) throw new AppError('not_found');
  const eligibility = announcement.eligibility === null ? null : JSON.stringify(announcement.eligibility);
  if ((await forMember(actor, [{ eligibility }])).length === 0) throw new AppError('not_found');
  return announcement as Announcement & { publishedAt: number };
}

/** Returns where the actor may see its files; throws `not_found` otherwise. */
export async function expectAnnouncementVisible(actor: Actor, id: number): Promise<void> {
  if (actor.kind !== 'staff') {
    await loadForMember(actor, id);
    return;
  }
  if (!actor.roles.includes('service') && !actor.roles.includes('administrator')) throw new AppError('not_found');
}
