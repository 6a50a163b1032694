import type { StaffActor } from '../../../actor.ts';
import { ticketCategory, type TicketCategoryKey } from '../../../contract/tickets/enums.ts';
import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofTicket } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { Ticket } from '../model.ts';
import { readOfficeClock } from '../clocks/office-clock.ts';
import { assignTicket } from '../duty/assign-ticket.ts';
import { loadTicketToWork } from '../policy.ts';
import { movedClocks } from '../rules.ts';
import { markByCategory } from '../thread/mark-category.ts';

/** Takes a ticket upon oneself, from a colleague as well. Throws as `loadTicketToWork`. */
export async function takeTicket(seen: { actor: StaffActor; id: number; version: number }): Promise<void> {
  const { actor, id } = seen;
  await transaction(async (t) => {
    const ticket = await loadTicketToWork(seen, t);
    // A ticket that was given to the actor stays 待处理 until the actor takes it.
    if (ticket.assigneeId === actor.accountId && ticket.state !== 'waiting') return;
    await ticket.update(
      {
        assigneeId: actor.accountId,
        assigneeName: actor.name,
        ...(ticket.state === 'waiting' && { state: 'working' as const }),
        version: ticket.version + 1,
      },
      { transaction: t },
    );
    await writeEvent({ subject: ofTicket(id), event: 'taken', by: actor }, t);
  });
}

/**
 * Gives a ticket another category, and with it to another queue, where its clocks count from when it was opened, as far as
 * they promise no less than before. Throws as `loadTicketToWork`.
 */
export async function moveTicket(
  moved: { actor: StaffActor; id: number; version: number } & { category: TicketCategoryKey },
): Promise<void> {
  const { actor, id, category } = moved;
  await transaction(async (t) => {
    const ticket = await loadTicketToWork(moved, t);
    if (ticket.category === category) throw new AppError('invalid_fields', { fields: { category: '请选择另一分类' } });
    const { role, label } = ticketCategory(category);
    const from = ticketCategory(ticket.category).label;
    const isOtherRole = role !== ticket.role;
    await ticket.update(
      {
        category,
        role,
        ...movedClocks(category, ticket, await readOfficeClock(t)),
        ...(isOtherRole && { assigneeId: null, assigneeName: '' }),
        version: ticket.version + 1,
      },
      { transaction: t },
    );
    if (isOtherRole) await assignTicket(ticket, t);
    await markByCategory(ticket, t);
    // What was merged into it is read and answered with it.
    if (isOtherRole) await Ticket.update({ role }, { where: { mergedInto: id }, transaction: t });
    await writeEvent({ subject: ofTicket(id), event: 'moved', by: actor, note: label }, t);
    const line = { action: 'ticket.moved', targetKind: 'ticket', targetId: id, target: ticket.number } as const;
    await writeAudit({ actor, ...line, detail: `${from}→${label}` }, t);
  });
}
