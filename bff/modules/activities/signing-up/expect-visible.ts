import type { Actor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { showActivity } from './show-activity.ts';

/** Returns where the actor may read the page of an activity, and with it its poster and its attachments; throws `not_found` otherwise. */
export async function expectActivityVisible(actor: Actor, id: number): Promise<void> {
  if (actor.kind !== 'staff') {
    await showActivity({ actor, id });
    return;
  }
  if (!actor.roles.includes('events') && !actor.roles.includes('administrator')) throw new AppError('not_found');
}
