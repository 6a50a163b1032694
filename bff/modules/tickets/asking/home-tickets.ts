import { z } from 'zod';
import { memberIdOf, type MemberActor } from '../../../actor.ts';
import type { HomeTickets } from '../../../contract/home/replies.ts';
import { TICKET_STATES } from '../../../contract/tickets/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { select } from '../../../platform/db/database.ts';

const stateRow = z.strictObject({ state: oneOf(TICKET_STATES), n: z.int() });

/** Open tickets of the member, and those that wait for an answer of the member's own. */
export async function homeTickets(actor: MemberActor): Promise<HomeTickets> {
  const { kind, id } = memberIdOf(actor);
  const rows = await select(
    stateRow,
    `SELECT state, COUNT(*) AS n FROM tickets WHERE asker_kind = ? AND asker_id = ? AND is_open = 1 GROUP BY state`,
    [kind, id],
  );
  return {
    open: rows.reduce((sum, { n }) => sum + n, 0),
    asked: rows.find(({ state }) => state === 'asked')?.n ?? 0,
  };
}
