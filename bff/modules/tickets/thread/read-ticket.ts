import { z } from 'zod';
import type { Actor } from '../../../actor.ts';
import { ROLES } from '../../../contract/accounts/enums.ts';
import { SUBJECT_KINDS } from '../../../contract/registry/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { TIE_KINDS } from '../../../contract/tickets/ties.ts';
import { selectTogether } from '../../../platform/db/database.ts';
import { flag } from '../../../platform/db/rows.ts';
import { NAMED, named } from '../named-row.ts';
import { expectShown } from '../policy.ts';
import { presentThread, threadOf } from './read-thread.ts';

const row = z.strictObject({
  ...named,
  role: oneOf(ROLES),
  askerKind: oneOf(SUBJECT_KINDS),
  askerId: z.int(),
  aboutName: z.string(),
  tiedKind: oneOf(TIE_KINDS).nullable(),
  tiedKey: z.string().nullable(),
  tiedName: z.string(),
  firstDueAt: z.int().nullable(),
  doneDueAt: z.int().nullable(),
  isExpected: flag,
  solvedAt: z.int().nullable(),
  mergedInto: z.int().nullable(),
});
const BY_ID = `SELECT ${NAMED}, role, asker_kind AS askerKind, asker_id AS askerId, about_name AS aboutName,
  tied_kind AS tiedKind, tied_key AS tiedKey, tied_name AS tiedName, first_due_at AS firstDueAt,
  done_due_at AS doneDueAt, is_expected AS isExpected, solved_at AS solvedAt, merged_into AS mergedInto
  FROM tickets s WHERE id = ?`;

/**
 * A ticket that the actor may see, as a row, with its thread: its member opens it again and again while waiting. Throws
 * `not_found`.
 */
export async function readTicket(actor: Actor, id: number) {
  const { tickets, ...thread } = await selectTogether({
    tickets: { row, sql: BY_ID, values: [id] },
    ...threadOf(id),
  });
  const ticket = expectShown(actor, tickets[0]);
  return { ticket: { ...ticket, isExpected: ticket.isExpected === 1 }, thread: presentThread(thread) };
}
