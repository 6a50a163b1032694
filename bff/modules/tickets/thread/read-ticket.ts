import { z } from 'zod';
import type { Actor } from '../../../actor.ts';
import { ROLES } from '../../../contract/accounts/enums.ts';
import { SUBJECT_KINDS } from '../../../contract/registry/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { TICKET_CATEGORIES, TICKET_STATES } from '../../../contract/tickets/enums.ts';
import { TIE_KINDS } from '../../../contract/tickets/ties.ts';
import { select } from '../../../platform/db/database.ts';
import { flag } from '../../../platform/db/rows.ts';
import { expectShown } from '../policy.ts';

const row = z.strictObject({
  id: z.int(),
  number: z.string(),
  category: oneOf(TICKET_CATEGORIES),
  title: z.string(),
  state: oneOf(TICKET_STATES),
  role: oneOf(ROLES),
  askerKind: oneOf(SUBJECT_KINDS),
  askerId: z.int(),
  aboutName: z.string(),
  tiedKind: oneOf(TIE_KINDS).nullable(),
  tiedKey: z.string().nullable(),
  tiedName: z.string(),
  openedAt: z.int(),
  lastMessageAt: z.int(),
  firstDueAt: z.int().nullable(),
  doneDueAt: z.int().nullable(),
  isExpected: flag,
  solvedAt: z.int().nullable(),
  mergedInto: z.int().nullable(),
});
const BY_ID = `SELECT id, number, category, title, state, role, asker_kind AS askerKind, asker_id AS askerId,
  about_name AS aboutName, tied_kind AS tiedKind, tied_key AS tiedKey, tied_name AS tiedName, opened_at AS openedAt, last_message_at AS lastMessageAt, first_due_at AS firstDueAt,
  done_due_at AS doneDueAt, is_expected AS isExpected, solved_at AS solvedAt, merged_into AS mergedInto
  FROM tickets WHERE id = ?`;

/** A ticket that the actor may see, as a row: its member opens it again and again while waiting. Throws `not_found`. */
export async function readTicket(actor: Actor, id: number) {
  const [found] = await select(row, BY_ID, [id]);
  const ticket = expectShown(actor, found);
  return { ...ticket, isExpected: ticket.isExpected === 1 };
}
