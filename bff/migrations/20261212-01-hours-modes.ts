import type { QueryInterface } from 'sequelize';
import { defaultsTo, identifier } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** Whoever runs this again changes nothing: what says 'online' says so already. */
const MADE_ONLINE = [
  'SELECT r.hours_record_id FROM activity_registrations r JOIN activities a ON a.id = r.activity_id WHERE r.hours_record_id IS NOT NULL AND a.is_online = 1',
  "SELECT hours_record_id FROM hours_claims WHERE hours_record_id IS NOT NULL AND mode = 'online'",
];

/** Of hours: how they were earned. What came from an online activity or course says so, the others were on the spot. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'activity_hours', 'mode', defaultsTo(identifier(10), 'onsite'));
  for (const records of MADE_ONLINE) {
    await q.sequelize.query(`UPDATE activity_hours SET mode = 'online' WHERE id IN (${records})`);
  }
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'activity_hours', 'mode');
}
