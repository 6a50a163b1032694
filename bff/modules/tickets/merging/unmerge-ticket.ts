import { Op, type Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { UNMERGE_DAYS } from '../../../contract/ticket-desk/limits.ts';
import { ticketCategory } from '../../../contract/tickets/enums.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofTicket } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { readOfficeClock } from '../clocks/office-clock.ts';
import { Ticket } from '../model.ts';
import { loadTicket } from '../policy.ts';
import { TicketMerge } from './model.ts';
import { separatedState, stateAndClocksOf } from './rules.ts';

/**
 * Undoes the merge of a ticket into another one, whole: each is again what it was, with its own messages, and what was
 * said meanwhile stays where it was said. Throws `not_found`, `wrong_state` where it is not merged, or not since lately.
 */
export async function unmergeTicket({ actor, id }: { actor: StaffActor; id: number }): Promise<void> {
  await transaction(async (t) => {
    const { mergedInto } = await loadTicket(actor, id);
    // In the order of merging: the earlier one first.
    const root = mergedInto === null ? null : await lock(mergedInto, t);
    const ticket = await loadTicket(actor, id, t);
    const merge = await TicketMerge.findOne({ where: { ticketId: id, undoneAt: null }, transaction: t });
    if (!root || !merge || ticket.mergedInto !== root.id)
      throw new AppError('wrong_state', { message: '该工单没有合并' });
    if (clock.now() >= merge.at + UNMERGE_DAYS * DAY_MS) {
      throw new AppError('wrong_state', { message: `合并已超过${UNMERGE_DAYS}天，不能撤销；可以把留言拆分为新工单` });
    }
    await separate({ ticket, root, merge }, t);
    await writeEvent({ subject: ofTicket(id), event: 'unmerged', by: actor, note: root.number }, t);
    await writeEvent({ subject: ofTicket(root.id), event: 'unmerged', by: actor, note: ticket.number }, t);
    const line = { targetKind: 'ticket', targetId: id, target: ticket.number } as const;
    await writeAudit({ actor, action: 'ticket.unmerged', ...line, detail: `原并入${root.number}` }, t);
  });
}

const lock = (id: number, t: Transaction) =>
  Ticket.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE, rejectOnEmpty: true });

async function separate(
  { ticket, root, merge }: { ticket: Ticket; root: Ticket; merge: TicketMerge },
  t: Transaction,
): Promise<void> {
  await merge.update({ undoneAt: clock.now() }, { transaction: t });
  const { role } = ticketCategory(ticket.category);
  const own = { ...merge.ticketBefore, role, mergedInto: null, version: ticket.version + 1 };
  await ticket.update(own, { transaction: t });
  // What had been merged into it goes with it.
  await Ticket.update(
    { mergedInto: ticket.id, role },
    { where: { id: await mergedBelow(ticket.id, t) }, transaction: t },
  );
  // A target that was merged itself meanwhile keeps no clocks that could be given back.
  const back =
    merge.targetId === root.id && root.isOpen
      ? separatedState(stateAndClocksOf(root), merge.targetBefore, merge.targetAfter, await readOfficeClock(t))
      : {};
  await root.update({ ...back, version: root.version + 1 }, { transaction: t });
}

/** Ids of what was merged into a ticket, and into those, and is so still. */
async function mergedBelow(id: number, t: Transaction): Promise<number[]> {
  const found: number[] = [];
  for (let level = [id]; level.length > 0;) {
    const where = { targetId: { [Op.in]: level }, undoneAt: null };
    level = (await TicketMerge.findAll({ where, transaction: t })).map(({ ticketId }) => ticketId);
    found.push(...level);
  }
  return found;
}
