import type { StaffActor } from '../../../actor.ts';
import type { RevealedIdentity } from '../../../contract/registry/replies.ts';
import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { TicketMessage } from '../model.ts';
import { loadTicket } from '../policy.ts';
import { openNumber } from './keep-numbers.ts';
import { TicketNumber } from './model.ts';

/**
 * The whole of an identity number that stands masked in a message, for a reason that goes into the audit log with the look.
 * Throws `not_found`.
 */
export async function revealNumber(asked: {
  actor: StaffActor;
  id: number;
  reason: string;
}): Promise<RevealedIdentity> {
  const { actor, id, reason } = asked;
  return transaction(async (t) => {
    const missing = new AppError('not_found');
    const number = await TicketNumber.findByPk(id, { transaction: t, rejectOnEmpty: missing });
    const message = await TicketMessage.findByPk(number.messageId, { transaction: t, rejectOnEmpty: missing });
    const ticket = await loadTicket(actor, message.ticketId, t);
    const line = { targetKind: 'ticket', targetId: ticket.id, target: ticket.number } as const;
    const detail = `${number.masked}，查看事由：${reason}`;
    await writeAudit({ actor, action: 'ticket.number-revealed', ...line, detail }, t);
    return { identityNumber: openNumber(number) };
  });
}
