import type { StaffActor } from '../../../actor.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { transaction } from '../../../platform/db/database.ts';
import { publish } from '../../../events.ts';
import { loadFor } from '../policy.ts';
import { moveOrder } from '../orders/move-order.ts';
import { notePrintedCopies } from '../orders/note-printed.ts';
import { notePaper } from '../orders/note-paper.ts';
import { readContact } from '../../certificates/reading/read-contact.ts';

/** The copies lie on the table: the order waits to be collected, or to be posted. Throws `wrong_state`. */
export async function markPrinted({ actor, id }: { actor: StaffActor; id: number }): Promise<void> {
  const { officeAddress: place, officeHours: hours } = await readSettings();
  await transaction(async (t) => {
    const order = await loadFor(actor, 'finish-print', id, t);
    const state = await moveOrder(order, 'finish-print', {}, t);
    await notePrintedCopies(id, t);
    const event = state === 'to_collect' ? 'paper_ready' : 'paper_packed';
    await notePaper({ order, by: actor, event, action: 'paper.printed' }, t);
    if (state !== 'to_collect') return;
    const { applicationId } = order;
    const { bulkOrderId } = await readContact(applicationId, t);
    await publish('paper.ready', { applicationId, bulkOrderId, place, hours }, t);
  });
}
