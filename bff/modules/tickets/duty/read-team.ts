import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { TICKET_ROLES } from '../../../contract/tickets/enums.ts';
import { select } from '../../../platform/db/database.ts';
import { listOpenStaff } from '../../accounts/list-colleagues.ts';
import { TicketDuty } from './model.ts';
import type { Colleague } from './rules.ts';

const load = z.strictObject({ id: z.int(), open: z.int() });

/** Everybody who works on tickets, with what waits for them, the oldest account first. */
export async function readTeam(t?: Transaction): Promise<Colleague[]> {
  const [staff, duties] = [await listOpenStaff(t), await TicketDuty.findAll(t && { transaction: t })];
  const sql = 'SELECT assignee_id AS id, COUNT(*) AS open FROM tickets WHERE is_open = 1 AND assignee_id IS NOT NULL';
  const loads = new Map((await select(load, `${sql} GROUP BY assignee_id`, [], t)).map((one) => [one.id, one.open]));
  const dutyOf = new Map(duties.map((duty) => [duty.accountId, duty]));
  return staff.filter(worksOnTickets).map(({ id, name, roles }) => {
    const { isPresent = false, leaveFrom, leaveUntil, standInId, leaveVersion = 1 } = dutyOf.get(id) ?? {};
    const leave = leaveFrom && leaveUntil && standInId ? { from: leaveFrom, until: leaveUntil, standInId } : null;
    return { id, name, roles, isPresent, leave, leaveVersion, open: loads.get(id) ?? 0 };
  });
}

/**
 * The same, with the table locked until the commit: two tickets that come at once are counted one after the other. After
 * the ticket, which whoever asks has locked.
 */
export async function lockTeam(t: Transaction): Promise<Colleague[]> {
  await TicketDuty.findAll({ attributes: ['id'], order: ['id'], transaction: t, lock: t.LOCK.UPDATE });
  return readTeam(t);
}

const TEAM_ROLES = [...TICKET_ROLES, 'administrator'] as const;
const worksOnTickets = ({ roles }: Pick<Colleague, 'roles'>): boolean => TEAM_ROLES.some((one) => roles.includes(one));
