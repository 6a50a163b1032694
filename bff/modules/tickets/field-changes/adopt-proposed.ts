import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import { decryptIdentity } from '../../registry/facts/identity.ts';
import type { Agreed } from '../../two-person/confirmable.ts';
import { Ticket } from '../model.ts';
import { endFieldChange, lockUndecided } from './end-field-change.ts';

/**
 * Carries out a change that a second person agrees to, by that person, on what was proposed and nothing newer. Throws as
 * its leave, `wrong_state` once the ticket is over, `changed_meanwhile` when something was said in it since, or the member's
 * entry is another one, and what the registry refuses.
 */
export async function adoptProposed({ actor, payload, leave }: Agreed<'field_change'>): Promise<void> {
  const { ticketId, lastMessageAt, subjectVersion, proofs, body } = payload;
  await transaction(async (t) => {
    await leave(t);
    const ticket = await Ticket.findByPk(ticketId, { transaction: t, lock: t.LOCK.UPDATE });
    if (!ticket?.isOpen) throw new AppError('wrong_state', { message: '该工单已结束，这项变更不能确认' });
    if (ticket.lastMessageAt !== lastMessageAt) {
      throw new AppError('changed_meanwhile', { message: '申请之后该工单有新的内容，须由申请人看过后重新申请' });
    }
    const request = await lockUndecided(ticket, t);
    const identity = payload.identity && { kind: payload.identity.kind, number: decryptIdentity(payload.identity) };
    const decision = { verdict: 'adopt', subjectVersion, identity } as const;
    await endFieldChange({ ticket, request, actor, decision, proofs, body }, t);
  });
}
