import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, optional } from '../platform/db/columns.ts';
import { addColumn, createTable, dropColumn, dropTable } from '../platform/db/ddl.ts';

/** What a member's contacts were before somebody of the staff changed them, and who did (members.md, Signing in). */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'former_contacts',
    {
      id: id(),
      /** Key of SUBJECT_KINDS. */
      subject_kind: identifier(10),
      subject_id: integer(),
      /** Key of CONTACT_FIELDS. */
      field: identifier(10),
      /** Empty: there was none. */
      value: identifier(254),
      changed_at: instant(),
      /** The staff account. */
      changed_by: integer(),
    },
    { indexes: [['subject_kind', 'subject_id', 'field', 'id']] },
  );
  // null: as registered at first, or from before this was noted.
  await addColumn(q, 'lawyers', 'email_changed_at', optional(instant()));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'lawyers', 'email_changed_at');
  await dropTable(q, 'former_contacts');
}
