import { QueryTypes, type QueryInterface } from 'sequelize';
import { identifier, optional } from '../platform/db/columns.ts';
import { addColumn, addIndex, dropColumn, dropIndex } from '../platform/db/ddl.ts';

const INDEX = ['target_number', 'at', 'id'];
const AT_ONCE = 1_000;
/** The first number in the words: 编号, licence number, credit code. As write-audit.ts#numberIn reads it. */
const NUMBER = /(?=[A-Z]*\d)[0-9A-Z]{8,40}/;

/**
 * The number of what an act was done to, to be found by: it stands behind the name, where no index reaches it. Derived
 * from `target`, which the MAC covers; the column itself proves nothing.
 */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'audit_entries', 'target_number', optional(identifier(40)));
  let after = 0;
  for (;;) {
    const rows = await q.sequelize.query<{ id: number; target: string }>(
      `SELECT id, target FROM audit_entries WHERE id > ? AND target_number IS NULL ORDER BY id LIMIT ${AT_ONCE}`,
      { replacements: [after], type: QueryTypes.SELECT },
    );
    const last = rows.at(-1);
    if (!last) break;
    for (const { id, target } of rows) {
      const number = NUMBER.exec(target)?.[0];
      if (!number) continue;
      await q.sequelize.query('UPDATE audit_entries SET target_number = ? WHERE id = ?', {
        replacements: [number, id],
      });
    }
    after = last.id;
  }
  await addIndex(q, 'audit_entries', INDEX);
}

export async function down(q: QueryInterface): Promise<void> {
  await dropIndex(q, 'audit_entries', INDEX);
  await dropColumn(q, 'audit_entries', 'target_number');
}
