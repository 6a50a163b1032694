import type { Role } from '../../../contract/accounts/enums.ts';
import { transaction } from '../../../platform/db/database.ts';
import { listColleagues } from '../../accounts/list-colleagues.ts';
import { Ticket } from '../model.ts';
import { mailNumbers } from './mail-numbers.ts';

/** Tells everybody of a role which tickets wait for somebody to take them; where nobody has the role, administrators. */
export async function tellUnassigned({ role }: { role: Role }): Promise<void> {
  await transaction(async (t) => {
    const where = { role, isOpen: true, state: 'waiting' as const, assigneeId: null };
    const tickets = await Ticket.findAll({
      where,
      attributes: ['number'],
      order: ['queueDueAt', 'id'],
      transaction: t,
    });
    const colleagues = await listColleagues(t);
    const having = (one: Role) => colleagues.filter(({ roles }) => roles.includes(one));
    const told = having(role).length > 0 ? having(role) : having('administrator');
    for (const to of told) await mailNumbers({ to, template: 'tickets_unassigned', tickets }, t);
  });
}
