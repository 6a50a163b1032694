import { z } from 'zod';
import { memberIdOf, type MemberActor } from '../../../actor.ts';
import { ticketCategory } from '../../../contract/tickets/enums.ts';
import { ALIKE_SHOWN } from '../../../contract/tickets/limits.ts';
import type { AlikeTickets } from '../../../contract/tickets/replies.ts';
import type { listAlikeTickets as query } from '../../../contract/tickets/schemas.ts';
import { select } from '../../../platform/db/database.ts';
import { conjunction, type Condition } from '../../../platform/db/keyset.ts';
import { NAMED, named } from '../named-row.ts';
import { presentTicket } from '../present.ts';

const row = z.strictObject(named);

/**
 * Open tickets of the actor that may ask already what is about to be asked: of the same category, about the same object
 * or, where it is about none, about the same person. What may well be asked twice (意见, 投诉 …) has none.
 */
export async function listAlikeTickets({
  actor,
  category,
  lawyerId,
  tiedKind,
  tiedKey,
}: { actor: MemberActor } & z.output<typeof query>): Promise<AlikeTickets> {
  const isTied = tiedKind !== undefined && tiedKey !== undefined;
  if (!isTied && !ticketCategory(category).isOfOnePerson) return { items: [] };
  const { kind, id } = memberIdOf(actor);
  const conditions: Condition[] = [
    { sql: 's.asker_kind = ? AND s.asker_id = ? AND s.is_open = 1 AND s.category = ?', values: [kind, id, category] },
    isTied
      ? { sql: 's.tied_kind = ? AND s.tied_key = ?', values: [tiedKind, tiedKey] }
      : { sql: 's.tied_kind IS NULL', values: [] },
    lawyerId === undefined
      ? { sql: 's.about_lawyer_id IS NULL', values: [] }
      : { sql: 's.about_lawyer_id = ?', values: [lawyerId] },
  ];
  const where = conjunction(conditions);
  const rows = await select(row, `SELECT ${NAMED} FROM tickets s${where.sql} ORDER BY s.id DESC LIMIT ?`, [
    ...where.values,
    ALIKE_SHOWN,
  ]);
  return { items: rows.map(presentTicket) };
}
