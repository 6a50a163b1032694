import type { StaffActor } from '../../../actor.ts';
import { toIso } from '../../../contract/dates.ts';
import type { TicketNotes } from '../../../contract/tickets/replies.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { Ticket, TicketNote } from '../model.ts';
import { loadTicket } from '../policy.ts';

/** 内部备注 of a ticket of the actor's queues and of those merged into it, first things first. Throws `not_found`. */
export async function showNotes({ actor, id }: { actor: StaffActor; id: number }): Promise<TicketNotes> {
  await loadTicket(actor, id);
  const merged = await Ticket.findAll({ where: { mergedInto: id }, attributes: ['id'] });
  const ticketId = [id, ...merged.map((ticket) => ticket.id)];
  const notes = await TicketNote.findAll({ where: { ticketId }, order: ['id'] });
  return { items: notes.map((note) => ({ id: note.id, by: note.byName, at: toIso(note.at), body: note.body })) };
}

/**
 * Writes an internal note. It is no answer: no clock stops, nobody is told, and no line of the timeline says so. Throws
 * `not_found`.
 */
export async function writeNote(note: { actor: StaffActor; id: number; body: string }): Promise<void> {
  const { actor, id, body } = note;
  await transaction(async (t) => {
    await loadTicket(actor, id, t);
    const by = { byId: actor.accountId, byName: actor.name };
    await TicketNote.create({ ticketId: id, at: clock.now(), ...by, body }, { transaction: t });
  });
}
