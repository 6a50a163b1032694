import { z } from 'zod';
import { memberIdOf, type MemberActor, type StaffActor } from '../../../actor.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { toPlainName } from '../../../contract/names.ts';
import { maskIdentities, toHalfWidth } from '../../../contract/text.ts';
import { TICKET_STATES } from '../../../contract/tickets/enums.ts';
import { select } from '../../../platform/db/database.ts';
import { ofMemberNamed } from '../../registry/facts/members-named.ts';
import {
  conjunction,
  containsAny,
  inList,
  startsWith,
  startsWithInList,
  type Condition,
} from '../../../platform/db/keyset.ts';

const foundRow = z.strictObject({ id: z.int(), number: z.string(), title: z.string(), state: oneOf(TICKET_STATES) });
export type FoundTicket = z.infer<typeof foundRow>;

/** The member's own tickets that have `term` in number or title, the latest first. */
export function searchOwnTickets(asked: { actor: MemberActor; term: string; limit: number }): Promise<FoundTicket[]> {
  const { kind, id } = memberIdOf(asked.actor);
  const own = { sql: 's.asker_kind = ? AND s.asker_id = ?', values: [kind, id] };
  return find([own, containsAny(['s.number', 's.title'], asked.term)], asked.limit);
}

/** Tickets of the actor's queues by the beginning of their number. */
export function searchTickets(asked: { actor: StaffActor; term: string; limit: number }): Promise<FoundTicket[]> {
  const { roles } = asked.actor;
  const queues = inList(roles);
  const own = roles.includes('administrator') ? [] : [{ sql: `s.role IN ${queues.sql}`, values: queues.values }];
  return find([...own, startsWith('s.number', asked.term.toUpperCase())], asked.limit);
}

const ASKER = { kind: 's.asker_kind', id: 's.asker_id', name: 's.asker_name' };

/**
 * Tickets of the list by the beginning of their number; of what is open besides by any part of the title or of the asker's
 * name (few, and looked through), of what has ended by the beginning of the asker's name, or where nobody's begins so by any
 * part of it.
 */
export async function searchDesk(
  typed: string,
  which: 'open' | 'ended',
): Promise<{ where: Condition; areMany: boolean }> {
  const term = toHalfWidth(typed).trim();
  if (/^G\d{2,}$/i.test(term)) return startsWithInList('tickets s', 's.number', term.toUpperCase());
  if (which === 'open') return { where: containsAny(['s.title', 's.asker_name'], term), areMany: true };
  const begins = await startsWithInList('tickets s', ASKER.name, toPlainName(term));
  return begins.areNone ? ofMemberNamed(ASKER, term) : begins;
}

async function find(conditions: Condition[], limit: number): Promise<FoundTicket[]> {
  const where = conjunction(conditions);
  const rows = await select(
    foundRow,
    `SELECT s.id, s.number, s.title, s.state FROM tickets s${where.sql} ORDER BY s.id DESC LIMIT ?`,
    [...where.values, limit],
  );
  return rows.map((row) => ({ ...row, title: maskIdentities(row.title) }));
}
