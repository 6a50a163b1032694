import { Op } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { toIso } from '../../../contract/dates.ts';
import { MAX_MERGEABLE } from '../../../contract/ticket-desk/limits.ts';
import type { MergeableTickets } from '../../../contract/ticket-desk/replies.ts';
import { Ticket } from '../model.ts';
import { loadTicket } from '../policy.ts';

/** Other open tickets of whoever opened this one, in the same queue, the latest first. Throws `not_found`. */
export async function listMergeable({ actor, id }: { actor: StaffActor; id: number }): Promise<MergeableTickets> {
  const { askerKind, askerId, role, isUnverified } = await loadTicket(actor, id);
  const where = { askerKind, askerId, role, isUnverified, isOpen: true, id: { [Op.ne]: id } };
  const rows = await Ticket.findAll({ where, order: [['id', 'DESC']], limit: MAX_MERGEABLE });
  return {
    items: rows.map(({ id: other, number, title, category, state, openedAt, version }) => ({
      id: other,
      number,
      title,
      category,
      state,
      openedAt: toIso(openedAt),
      version,
    })),
  };
}
