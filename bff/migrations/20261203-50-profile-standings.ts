import type { QueryInterface } from 'sequelize';
import { defaultsTo, flag, id, identifier, integer, ownedBy } from '../platform/db/columns.ts';
import { addColumn, createTable, dropColumn, dropTable } from '../platform/db/ddl.ts';

/**
 * How far every lawyer's profile is, and how many of a firm are how far: counted when something moves, never from scratch.
 * Who is registered already is counted here, once.
 */
export async function up(q: QueryInterface): Promise<void> {
  // Sections that are complete, of the thirteen that everybody has; of one that was begun before, the next look says it.
  await addColumn(q, 'profiles', 'done_sections', defaultsTo(integer(), 0));
  await createTable(
    q,
    'profile_standings',
    {
      id: id(),
      lawyer_id: ownedBy('lawyers'),
      // 0: in no firm.
      firm_id: integer(),
      state: identifier(20),
      is_member: flag(),
    },
    { unique: [['lawyer_id']] },
  );
  await createTable(
    q,
    'profile_counts',
    {
      id: id(),
      // 0: of everybody, whatever campaign.
      campaign_id: integer(),
      // 0: of those in no firm; -1: of all.
      firm_id: integer(),
      state: identifier(20),
      n: integer(),
    },
    { unique: [['campaign_id', 'firm_id', 'state']] },
  );
  await q.sequelize.query(
    `INSERT INTO profile_standings (lawyer_id, firm_id, state, is_member)
     SELECT l.id, COALESCE(l.firm_id, 0), COALESCE(p.state, 'untouched'), CASE WHEN l.status = 'cancelled' THEN 0 ELSE 1 END
     FROM lawyers l LEFT JOIN profiles p ON p.lawyer_id = l.id
     WHERE NOT EXISTS (SELECT 1 FROM profile_standings s WHERE s.lawyer_id = l.id)`,
  );
  await q.sequelize.query('DELETE FROM profile_counts WHERE campaign_id = 0');
  for (const firm of ['firm_id', '-1']) {
    await q.sequelize.query(
      `INSERT INTO profile_counts (campaign_id, firm_id, state, n)
       SELECT 0, ${firm}, state, COUNT(*) FROM profile_standings WHERE is_member = 1
       GROUP BY ${firm === '-1' ? '' : 'firm_id, '}state`,
    );
  }
}

export async function down(q: QueryInterface): Promise<void> {
  for (const table of ['profile_counts', 'profile_standings']) await dropTable(q, table);
  await dropColumn(q, 'profiles', 'done_sections');
}
