import type { QueryInterface } from 'sequelize';
import {
  flag,
  id,
  identifier,
  instant,
  integer,
  json,
  optional,
  ownedBy,
  plainDate,
  text,
} from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Profiles approved elsewhere: staged by row, looked through by lawyer, then written piece by piece; photos beside them. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'profile_imports',
    {
      id: id(),
      file_name: text(100),
      source: text(30),
      as_of: plainDate(),
      with_sensitive: flag(),
      account_id: integer(),
      account_name: text(100),
      address: identifier(64),
      /** Key of PROFILE_IMPORT_STATES. */
      state: identifier(10),
      /** Lawyers and photos together. */
      total: integer(),
      checked: integer(),
      applied: integer(),
      created_at: instant(),
      ended_at: optional(instant()),
    },
    { indexes: [['state', 'created_at']] },
  );
  await createTable(
    q,
    'profile_import_rows',
    {
      id: id(),
      import_id: ownedBy('profile_imports'),
      licence_no: identifier(40),
      section: identifier(20),
      /** As Excel numbers it. */
      number: integer(),
      /** Encrypted: all a profile says may stand in it. Gone once the import is. */
      cells: json(),
    },
    { indexes: [['import_id', 'licence_no']] },
  );
  await createTable(
    q,
    'profile_import_lawyers',
    {
      id: id(),
      import_id: ownedBy('profile_imports'),
      licence_no: identifier(40),
      row_total: integer(),
      /** `waiting`, then a key of PROFILE_IMPORT_OUTCOMES. */
      outcome: identifier(10),
      is_due: flag(),
      result: optional(json()),
    },
    {
      unique: [['import_id', 'licence_no']],
      indexes: [
        ['import_id', 'outcome', 'id'],
        ['import_id', 'is_due', 'id'],
      ],
    },
  );
  await createTable(
    q,
    'profile_import_photos',
    {
      id: id(),
      import_id: ownedBy('profile_imports'),
      licence_no: identifier(40),
      file_name: text(100),
      outcome: identifier(10),
      is_due: flag(),
      note: text(200),
      /** The picture, under a key of its own; null once it is done with. */
      storage_key: optional(identifier(100)),
      key_sealed: optional(json()),
    },
    {
      indexes: [
        ['import_id', 'outcome', 'id'],
        ['import_id', 'is_due', 'id'],
      ],
    },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'profile_import_photos');
  await dropTable(q, 'profile_import_lawyers');
  await dropTable(q, 'profile_import_rows');
  await dropTable(q, 'profile_imports');
}
