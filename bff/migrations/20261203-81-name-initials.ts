import { pinyin } from 'pinyin-pro';
import { QueryTypes, type QueryInterface } from 'sequelize';
import { identifier, integer } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

const AT_ONCE = 1_000;
const TABLES = { firm: 'firms', lawyer: 'lawyers' } as const;

/** Names by the initials of their pinyin (林志远: lzy); of those that are there already, too. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'search_initials',
    { kind: identifier(10), initials: identifier(60), subject_id: integer() },
    { unique: [['kind', 'initials', 'subject_id']], indexes: [['kind', 'subject_id']] },
  );
  for (const [kind, table] of Object.entries(TABLES)) {
    // Half a run may have filled some of it.
    await q.sequelize.query('DELETE FROM search_initials WHERE kind = ?', { replacements: [kind] });
    for (let after = 0; ;) {
      const rows = await q.sequelize.query<{ id: number; nameKey: string }>(
        `SELECT id, name_key AS nameKey FROM ${table} WHERE id > ? ORDER BY id LIMIT ${AT_ONCE}`,
        { replacements: [after], type: QueryTypes.SELECT },
      );
      const last = rows.at(-1);
      if (!last) break;
      const filled = rows.map(({ id, nameKey }) => ({ kind, initials: initialsOf(nameKey), subject_id: id }));
      await q.bulkInsert('search_initials', filled);
      after = last.id;
    }
  }
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'search_initials');
}

/** As search-names.ts writes them when this was made. */
const initialsOf = (nameKey: string): string =>
  pinyin(nameKey, { pattern: 'first', toneType: 'none', surname: 'head', nonZh: 'consecutive', type: 'array' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 60);
