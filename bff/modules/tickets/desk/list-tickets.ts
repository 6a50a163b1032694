import { z } from 'zod';
import { memberIdOf, type MemberActor, type StaffActor } from '../../../actor.ts';
import { SUBJECT_KINDS } from '../../../contract/registry/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { OPEN_STATES, type TicketState } from '../../../contract/tickets/enums.ts';
import type { OwnTicketRow, TicketRow } from '../../../contract/tickets/replies.ts';
import type { listTickets as query } from '../../../contract/tickets/schemas.ts';
import { inList, selectPage, type Condition, type ListPage } from '../../../platform/db/keyset.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { database } from '../../../platform/db/database.ts';
import { readOfficeClock } from '../clocks/office-clock.ts';
import { NAMED, named } from '../named-row.ts';
import { presentTicket } from '../present.ts';
import type { Basis } from '../rules.ts';
import { searchDesk } from './search-tickets.ts';
import { rowOf } from './show-ticket.ts';

/** The actor's own tickets, the latest first. */
export async function listOwnTickets(list: {
  actor: MemberActor;
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<ListPage<OwnTicketRow>> {
  const { kind, id } = memberIdOf(list.actor);
  const page = await selectPage({
    row: z.strictObject(named),
    columns: NAMED,
    from: 'tickets s',
    where: [{ sql: 's.asker_kind = ? AND s.asker_id = ?', values: [kind, id] }],
    order: { by: 's.id', id: 's.id', direction: 'descending' },
    cursor: list.cursor,
    limit: list.limit,
  });
  return { ...page, items: page.items.map(presentTicket) };
}

const row = z.strictObject({
  ...named,
  askerKind: oneOf(SUBJECT_KINDS),
  askerId: z.int(),
  askerName: z.string(),
  assigneeId: z.int().nullable(),
  assigneeName: z.string(),
  queueDueAt: z.int(),
  firstDueAt: z.int().nullable(),
  basis: z.string(),
  isExpected: z.int(),
});

/**
 * The index that a list walks, where MariaDB would take another one: of what is over it would intersect those of two
 * filters, which finds and sorts every match there ever was, or begin at the end of the table, where everything that is open
 * stands; of what is open for one role it would walk through the tickets of all of them.
 */
function walking(list: { actor: StaffActor } & z.output<typeof query>, isWork: boolean): string {
  const { actor, state, category, scope, order } = list;
  if (database.dialect === 'sqlite' || list.search) return '';
  const isOneRole = actor.roles.length === 1 && !actor.roles.includes('administrator');
  const isByPerson = scope === 'mine' || scope === 'unassigned';
  const forced = (columns: string) => ` FORCE INDEX (ix_tickets_${columns}_id)`;
  if (isWork) {
    if (!isOneRole || isByPerson || state || category) return '';
    return forced(order === 'oldest' ? 'is_open_role_opened_at' : 'is_open_role_queue_due_at');
  }
  return forced(`${isByPerson ? 'assignee_id_' : category ? 'category_' : isOneRole ? 'role_' : ''}state`);
}

/** Tickets of the actor's queues: those that are open by when they are due or the oldest first, anything else the latest first. */
export async function listTickets(list: { actor: StaffActor } & z.output<typeof query>): Promise<ListPage<TicketRow>> {
  const { actor, state, category, scope, order } = list;
  const isWork = state === undefined || (OPEN_STATES as readonly TicketState[]).includes(state);
  const searched = list.search ? await searchDesk(list.search, isWork ? 'open' : 'ended') : undefined;
  // What is few is found by its own index: SQLite would take that of a filter, which the plus keeps from it.
  const by = searched && !searched.areMany ? '+s' : 's';
  const where: Condition[] = searched ? [searched.where] : [];
  // A state says by itself whether it is open; said twice, SQLite would look for it through the wrong index.
  if (state === undefined) where.push({ sql: `${by}.is_open = 1`, values: [] });
  if (!actor.roles.includes('administrator')) {
    const roles = inList(actor.roles);
    where.push({ sql: `${by}.role IN ${roles.sql}`, values: roles.values });
  }
  if (state) where.push({ sql: `${by}.state = ?`, values: [state] });
  if (category) where.push({ sql: `${by}.category = ?`, values: [category] });
  if (scope === 'mine') where.push({ sql: `${by}.assignee_id = ?`, values: [actor.accountId] });
  if (scope === 'ours') where.push({ sql: `${by}.is_open = 1 AND s.state <> 'asked'`, values: [] });
  // As the statistics count it.
  if (scope === 'overdue') {
    where.push({ sql: `${by}.is_open = 1 AND ${by}.queue_due_at < ?`, values: [clock.now()] });
  }
  if (scope === 'unassigned') where.push({ sql: `${by}.assignee_id IS NULL`, values: [] });
  const page = await selectPage({
    row,
    columns: `${NAMED}, s.asker_kind AS askerKind, s.asker_id AS askerId, s.asker_name AS askerName,
      s.assignee_id AS assigneeId, s.assignee_name AS assigneeName, s.queue_due_at AS queueDueAt, s.first_due_at AS firstDueAt, s.basis,
      s.is_expected AS isExpected`,
    from: `tickets s${walking(list, isWork)}`,
    where,
    order: isWork
      ? { by: order === 'oldest' ? 's.opened_at' : 's.queue_due_at', id: 's.id', direction: 'ascending' }
      : { by: 's.id', id: 's.id', direction: 'descending' },
    cursor: list.cursor,
    limit: list.limit,
  });
  const office = await readOfficeClock();
  return {
    ...page,
    items: page.items.map((one) =>
      rowOf({ ...one, basis: JSON.parse(one.basis) as Basis, isExpected: one.isExpected === 1 }, actor, office),
    ),
  };
}
