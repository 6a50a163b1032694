import type { Actor } from '../../../actor.ts';
import { loadFor } from '../policy.ts';

/** Returns where the actor may see the application; throws `not_found` otherwise. */
export async function expectVisible(actor: Actor, id: number): Promise<void> {
  await loadFor(actor, 'show', id);
}
