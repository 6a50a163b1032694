import { z } from 'zod';
import { TICKET_ROLES } from '../../../contract/tickets/enums.ts';
import type { DutyTeam, OwnDuty } from '../../../contract/ticket-duty/replies.ts';
import type { StaffActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { readTeam } from './read-team.ts';
import { answers, dutyOn, type Colleague } from './rules.ts';

/** Whether the actor is there to be given tickets. */
export async function showOwnDuty({ actor }: { actor: StaffActor }): Promise<OwnDuty> {
  const { items } = await showDutyTeam();
  const own = items.find(({ id }) => id === actor.accountId);
  if (!own) throw new AppError('not_found');
  const { id: _id, name: _name, roles: _roles, ...duty } = own;
  return duty;
}

const leftRow = z.strictObject({ id: z.int(), name: z.string(), openTickets: z.int() });
const LEFT = `SELECT a.id AS id, a.name, COUNT(*) AS openTickets FROM tickets s JOIN accounts a ON a.id = s.assignee_id
  WHERE s.is_open = 1 AND a.is_closed = 1 GROUP BY a.id, a.name ORDER BY a.id`;

/** Everybody who works on tickets, and who has left with some. */
export async function showDutyTeam(): Promise<DutyTeam> {
  const [team, today] = [await readTeam(), clock.today()];
  const left = await select(leftRow, LEFT, []);
  return { items: team.map((one) => present(one, team, today)), left };
}

/** Who may stand in for somebody: whoever answers tickets of at least one of the same queues. */
export function standInsFor(person: Colleague, team: readonly Colleague[]): { id: number; name: string }[] {
  const queues = person.roles.filter(
    (role) => role === 'administrator' || (TICKET_ROLES as readonly string[]).includes(role),
  );
  return team
    .filter((one) => one.id !== person.id && queues.some((role) => answers(one, role)))
    .map(({ id, name }) => ({ id, name }));
}

function present(one: Colleague, team: readonly Colleague[], today: string): DutyTeam['items'][number] {
  const { id, name, roles, leave, open } = one;
  const standIn = team.find((other) => other.id === leave?.standInId);
  const isOver = leave !== null && leave.until < today;
  return {
    id,
    name,
    roles: [...roles],
    state: dutyOn(one, today),
    leave:
      leave && !isOver
        ? {
            from: leave.from,
            until: leave.until,
            // Whoever was named may have left.
            standIn: { id: leave.standInId, name: standIn?.name ?? '已离岗' },
          }
        : null,
    leaveVersion: one.leaveVersion,
    openTickets: open,
    standIns: standInsFor(one, team),
  };
}
