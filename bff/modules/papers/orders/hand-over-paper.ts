import { transaction } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { tellApplicant } from '../../certificates/reading/tell-applicant.ts';
import { moveOrder } from './move-order.ts';
import { notePaper } from './note-paper.ts';
import { loadFor } from '../policy.ts';

/** Somebody collected the copies at the counter and gave a name. Throws `wrong_state`. */
export async function handOverPaper(handover: { actor: StaffActor; id: number; collectedBy: string }): Promise<void> {
  const { actor, id, collectedBy } = handover;
  await transaction(async (t) => {
    const order = await loadFor(actor, 'hand-over', id, t);
    await moveOrder(order, 'hand-over', { collectedBy }, t);
    const text = `领取人 ${collectedBy}`;
    await notePaper({ order, by: actor, event: 'paper_collected', action: 'paper.handed-over', text }, t);
    await tellApplicant({ event: 'paper_collected', applicationId: order.applicationId }, t);
  });
}
