import { transaction } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { moveOrder } from './move-order.ts';
import { notePaper } from './note-paper.ts';
import { loadFor } from '../policy.ts';

/** The courier delivered. Throws `wrong_state`. */
export async function completePaper({ actor, id }: { actor: StaffActor; id: number }): Promise<void> {
  await transaction(async (t) => {
    const order = await loadFor(actor, 'deliver', id, t);
    await moveOrder(order, 'deliver', {}, t);
    await notePaper({ order, by: actor, event: 'paper_delivered', action: 'paper.delivered' }, t);
  });
}
