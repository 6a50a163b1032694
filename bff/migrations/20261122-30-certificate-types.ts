import type { QueryInterface } from 'sequelize';
import {
  flag,
  id,
  identifier,
  instant,
  integer,
  json,
  longText,
  optional,
  ownedBy,
  text,
} from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** What members may ask for, and the wording of each letter; an edited wording is a new row. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'certificate_types',
    {
      id: id(),
      code: identifier(40),
      label: text(60),
      /** Heading under which members find it. */
      group_key: identifier(20),
      /** firm, lawyer or both. */
      audience: identifier(10),
      review_mode: identifier(10),
      rule_set: identifier(40),
      /** none, chosen, all or self. */
      lawyer_scope: identifier(10),
      asks: json(),
      /** 填写须知, a paragraph per line. */
      notice: longText(),
      position: integer(),
      is_retired: flag(),
    },
    { unique: [['code']] },
  );
  await createTable(
    q,
    'certificate_wordings',
    {
      id: id(),
      type_id: ownedBy('certificate_types'),
      version: integer(),
      body: longText(),
      roster_title: optional(text(120)),
      created_by: text(100),
      created_at: instant(),
    },
    { unique: [['type_id', 'version']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'certificate_wordings');
  await dropTable(q, 'certificate_types');
}
