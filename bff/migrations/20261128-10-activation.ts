import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, optional, ownedBy, text } from '../platform/db/columns.ts';
import { addColumn, addIndex, createTable, dropColumn, dropTable } from '../platform/db/ddl.ts';

/** How an account is opened for the first time (members.md, Signing in), and since when a registered contact stands. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'activation_codes',
    {
      id: id(),
      account_id: ownedBy('accounts'),
      /** The code itself is with its recipient only. */
      code_hash: identifier(64),
      /** Key of ACTIVATION_CHANNELS. */
      channel: identifier(10),
      /** The staff account that handed it out, and its name then. */
      issued_by: integer(),
      issued_by_name: text(100),
      issued_at: instant(),
      expires_at: instant(),
      used_at: optional(instant()),
      /** Uses with wrong last six: whoever found a letter has few of them. */
      tries: integer(),
      /** A later one has taken its place. */
      ended_at: optional(instant()),
    },
    { unique: [['code_hash']], indexes: [['account_id', 'id']] },
  );
  await createTable(
    q,
    'contact_changes',
    {
      id: id(),
      /** Key of SUBJECT_KINDS. */
      subject_kind: identifier(10),
      subject_id: integer(),
      field: identifier(10),
      old_value: identifier(254),
      new_value: identifier(254),
      asked_by: integer(),
      asked_by_name: text(100),
      asked_at: instant(),
      /** Key of CONTACT_CHANGE_STATES. */
      state: identifier(10),
      decided_by_name: text(100),
      decided_at: optional(instant()),
    },
    {
      indexes: [
        ['state', 'id'],
        ['subject_kind', 'subject_id', 'state'],
      ],
    },
  );
  // A firm has asked for the code of its lawyer.
  await addColumn(q, 'accounts', 'activation_requested_at', optional(instant()));
  await addIndex(q, 'accounts', ['kind', 'password_hash', 'id']);
  // null: as registered at first, or from before this was noted.
  await addColumn(q, 'lawyers', 'phone_changed_at', optional(instant()));
  // When name, status or firm changed, or the lawyer was entered: who has just come is nobody's head yet.
  await addColumn(q, 'lawyers', 'placed_at', optional(instant()));
  await addColumn(q, 'firms', 'phone_changed_at', optional(instant()));
  await addColumn(q, 'firms', 'email_changed_at', optional(instant()));
  await addColumn(q, 'firms', 'head_changed_at', optional(instant()));
  // Whoever came in by a password that a letter prints is asked to come in again, the right way.
  const neverOpened = "SELECT id FROM accounts WHERE kind <> 'staff' AND password_hash IS NULL";
  await q.sequelize.query(`DELETE FROM wechat_bindings WHERE account_id IN (${neverOpened})`);
  await q.sequelize.query(`DELETE FROM sessions WHERE account_id IN (${neverOpened})`);
  await q.sequelize.query(`DELETE FROM confirmed_emails WHERE account_id IN (${neverOpened})`);
  await q.sequelize.query(`DELETE FROM confirmed_phones WHERE account_id IN (${neverOpened})`);
}

/** The index stays: it holds nothing, and leaving it makes going down repeatable. */
export async function down(q: QueryInterface): Promise<void> {
  for (const column of ['head_changed_at', 'email_changed_at', 'phone_changed_at'])
    await dropColumn(q, 'firms', column);
  await dropColumn(q, 'lawyers', 'placed_at');
  await dropColumn(q, 'lawyers', 'phone_changed_at');
  await dropColumn(q, 'accounts', 'activation_requested_at');
  await dropTable(q, 'contact_changes');
  await dropTable(q, 'activation_codes');
}
