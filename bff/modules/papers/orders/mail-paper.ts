import { transaction } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { tellApplicant } from '../../certificates/reading/tell-applicant.ts';
import { notePrintedCopies } from './note-printed.ts';
import { moveOrder } from './move-order.ts';
import { notePaper } from './note-paper.ts';
import { loadFor } from '../policy.ts';

/** The copies went to the courier. Throws `wrong_state`, above all for an order that is to be collected. */
export async function mailPaper(mailing: {
  actor: StaffActor;
  id: number;
  courier: string;
  trackingNo: string;
}): Promise<void> {
  const { actor, id, courier, trackingNo } = mailing;
  await transaction(async (t) => {
    const order = await loadFor(actor, 'mail', id, t);
    await moveOrder(order, 'mail', { courier, trackingNo }, t);
    await notePrintedCopies(id, t);
    const text = `${courier} ${trackingNo}`;
    await notePaper({ order, by: actor, event: 'paper_mailed', action: 'paper.mailed', text }, t);
    const { applicationId } = order;
    await tellApplicant({ event: 'paper_mailed', applicationId, facts: { courier, trackingNo } }, t);
  });
}
