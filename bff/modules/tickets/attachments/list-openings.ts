import { z } from 'zod';
import { memberIdOf, type MemberActor } from '../../../actor.ts';
import { toIso } from '../../../contract/dates.ts';
import type { TicketOpening } from '../../../contract/ticket-files/replies.ts';
import { staffInWords } from '../../views/viewer.ts';
import { selectPage, type ListPage } from '../../../platform/db/keyset.ts';

const row = z.strictObject({
  id: z.int(),
  at: z.int(),
  byId: z.int(),
  roles: z.string(),
  ticketId: z.int(),
  number: z.string(),
  what: z.string(),
});

/**
 * 谁看过: who of the staff has opened an identity document that the member sent in a ticket, or the whole of a number that
 * was written there, the latest first. What was withdrawn or has expired since is in it: it was seen all the same.
 */
export async function listOpenings(list: {
  actor: MemberActor;
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<ListPage<TicketOpening>> {
  const { kind, id } = memberIdOf(list.actor);
  const page = await selectPage({
    row,
    columns: 'e.id, e.at, a.id AS byId, a.roles, s.id AS ticketId, s.number, e.detail AS what',
    from: `tickets s JOIN audit_entries e ON e.target_kind = 'ticket' AND e.target_id = s.id
      JOIN accounts a ON a.id = e.account_id`,
    where: [
      { sql: 's.asker_kind = ? AND s.asker_id = ?', values: [kind, id] },
      { sql: "e.action IN ('ticket.identity-opened', 'ticket.number-revealed') AND a.kind = 'staff'", values: [] },
    ],
    order: { by: 'e.id', id: 'e.id', direction: 'descending' },
    cursor: list.cursor,
    limit: list.limit,
  });
  return {
    ...page,
    items: page.items.map(({ byId, roles, at, ...one }) => ({
      ...one,
      at: toIso(at),
      by: staffInWords({ byId, byRoles: (JSON.parse(roles) as string[]).join(',') }),
    })),
  };
}
