import type { MemberActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofTicket } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { withdrawCorrection } from '../../registry/corrections/withdraw-correction.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { loadTicket } from '../policy.ts';
import { askerMay, noClocks } from '../rules.ts';

/** Takes back an own ticket that is not solved, and what it asks of the registry. Throws `not_found`, `wrong_state`. */
export async function cancelTicket({ actor, id }: { actor: MemberActor; id: number }): Promise<void> {
  await transaction(async (t) => {
    const ticket = await loadTicket(actor, id, t);
    if (!askerMay(ticket, clock.now()).cancel) {
      const message = ticket.state === 'solved' ? '该工单已解决，如仍有问题可以补充说明，重新打开' : '该工单已结束';
      throw new AppError('wrong_state', { message });
    }
    await withdrawCorrection({ actor, ticketId: id }, t);
    await ticket.update(
      {
        state: 'cancelled',
        isOpen: false,
        ...noClocks(),
        version: ticket.version + 1,
      },
      { transaction: t },
    );
    await writeEvent({ subject: ofTicket(id), event: 'cancelled', by: actor }, t);
    const line = { action: 'ticket.cancelled', targetKind: 'ticket', targetId: id, target: ticket.number } as const;
    await writeAudit({ actor, ...line }, t);
  });
}
