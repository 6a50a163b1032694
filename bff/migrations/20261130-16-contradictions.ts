import { QueryTypes, type QueryInterface } from 'sequelize';
import { defaultsTo, integer } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

const AT_ONCE = 500;

/**
 * Of the findings against an application, how many no reviewer can settle: its list tells them from doubts. Counted for what
 * still waits; what is decided is listed without them.
 */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'applications', 'contradictions', defaultsTo(integer(), 0));
  let after = 0;
  for (;;) {
    const rows = await q.sequelize.query<{ id: number; findings: string }>(
      `SELECT id, findings FROM applications WHERE state = 'pending' AND id > ? ORDER BY id LIMIT ${AT_ONCE}`,
      { replacements: [after], type: QueryTypes.SELECT },
    );
    const last = rows.at(-1);
    if (!last) return;
    for (const { id, findings } of rows) {
      const found = (JSON.parse(findings) as { result: string }[]).filter(({ result }) => result === 'contradicted');
      if (found.length === 0) continue;
      await q.sequelize.query('UPDATE applications SET contradictions = ? WHERE id = ?', {
        replacements: [found.length, id],
      });
    }
    after = last.id;
  }
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'applications', 'contradictions');
}
