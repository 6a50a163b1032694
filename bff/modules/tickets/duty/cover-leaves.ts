import { transaction } from '../../../platform/db/database.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { listColleagues } from '../../accounts/list-colleagues.ts';
import { Ticket } from '../model.ts';
import { coverTicket } from './assign-ticket.ts';
import { mailNumbers } from './mail-numbers.ts';
import { readTeam } from './read-team.ts';
import { dutyOn } from './rules.ts';

/**
 * Gives the open tickets of everybody who is on leave today to the stand-ins, and tells these which. A second run changes
 * nothing.
 */
export async function coverLeaves(): Promise<void> {
  const today = clock.today();
  const gone = (await readTeam()).filter((one) => dutyOn(one, today) === 'leave').map(({ id }) => id);
  if (gone.length === 0) return;
  await transaction(async (t) => {
    // Locked by id: the order of whoever else locks several.
    const where = { isOpen: true, assigneeId: gone };
    const tickets = await Ticket.findAll({ where, order: ['id'], transaction: t, lock: t.LOCK.UPDATE });
    const handed = new Map<number, Ticket[]>();
    for (const ticket of tickets) {
      const heir = await coverTicket(ticket, t);
      await ticket.update({ version: ticket.version + 1 }, { transaction: t });
      if (heir) handed.set(heir.id, [...(handed.get(heir.id) ?? []), ticket]);
    }
    for (const to of await listColleagues(t)) {
      await mailNumbers({ to, template: 'tickets_handed', tickets: handed.get(to.id) ?? [] }, t);
    }
  });
}
