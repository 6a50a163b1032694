import type { QueryInterface } from 'sequelize';
import { defaultsTo, id, identifier, instant, integer, ownedBy, plainDate, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Firms of the association and the names they bore before. Statuses and kinds are keys of contract/registry/enums.ts. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'firms',
    {
      id: id(),
      name: text(100),
      /** The name as it is searched by: half-width, lower case, no blanks; alike on both engines. */
      name_key: identifier(100),
      kind: identifier(30),
      licence_no: identifier(20),
      uscc: identifier(18),
      address: text(150),
      approved_on: plainDate(),
      status: identifier(20),
      person_in_charge: text(50),
      phone: identifier(30),
      email: identifier(254),
      /** What is being changed and not decided yet, in words; empty: nothing. */
      pending_change: defaultsTo(text(100), ''),
      version: integer(),
      created_at: instant(),
      updated_at: instant(),
    },
    {
      unique: [['licence_no'], ['uscc']],
      // Each filter of the list, alone and together, with the order of the list.
      indexes: [
        ['status', 'id'],
        ['kind', 'id'],
        ['status', 'kind', 'id'],
      ],
    },
  );
  await createTable(
    q,
    'firm_former_names',
    { id: id(), firm_id: ownedBy('firms'), name: text(100), until_on: plainDate() },
    { indexes: [['firm_id', 'until_on']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'firm_former_names');
  await dropTable(q, 'firms');
}
