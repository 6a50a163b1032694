import type { QueryInterface } from 'sequelize';
import { HOUR_MS } from '../contract/dates.ts';
import { id, identifier, instant, integer, optional, ownedBy, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

const HOLD_MS = 72 * HOUR_MS;

/**
 * Accounts that were opened by what staff have seen, until somebody vouches for that; and who of the staff entered a
 * member, or gave it another identity number or head, for somebody else hands out what opens its account.
 */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'account_holds',
    {
      id: id(),
      account_id: ownedBy('accounts'),
      /** Key of HOLD_REASONS. */
      reason: identifier(10),
      held_at: instant(),
      /** null: until somebody ends it. */
      held_until: optional(instant()),
      /** The staff account that handed out the code, and its name then; null: it was sent to who asked for it. */
      issued_by: optional(integer()),
      issued_by_name: text(100),
      objected_by_name: text(100),
      ended_at: optional(instant()),
      ended_by_name: text(100),
    },
    {
      indexes: [
        ['account_id', 'ended_at'],
        ['ended_at', 'held_until'],
      ],
    },
  );
  await createTable(
    q,
    'member_changes',
    {
      id: id(),
      /** Key of SUBJECT_KINDS. */
      subject_kind: identifier(10),
      subject_id: integer(),
      /** Key of MEMBER_CHANGES. */
      field: identifier(10),
      changed_by: integer(),
      changed_by_name: text(100),
      changed_at: instant(),
      confirmed_at: optional(instant()),
      confirmed_by_name: text(100),
    },
    {
      indexes: [
        ['subject_kind', 'subject_id', 'changed_at'],
        ['field', 'changed_at'],
      ],
    },
  );
  // Whoever came in by such a code in the last days has not been vouched for either; done half, it is done again.
  await q.sequelize.query(
    `INSERT INTO account_holds (account_id, reason, held_at, held_until, issued_by, issued_by_name, objected_by_name,
       ended_by_name)
     SELECT c.account_id, 'code', c.used_at, c.used_at + ${HOLD_MS}, c.issued_by, c.issued_by_name, '', ''
     FROM activation_codes c JOIN accounts a ON a.id = c.account_id
     WHERE a.password_hash IS NOT NULL AND c.channel IN ('letter', 'counter') AND c.used_at > ${Date.now() - HOLD_MS}
       AND NOT EXISTS (SELECT 1 FROM account_holds h WHERE h.account_id = c.account_id)`,
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'member_changes');
  await dropTable(q, 'account_holds');
}
