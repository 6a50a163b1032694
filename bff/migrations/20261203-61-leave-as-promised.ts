import type { QueryInterface } from 'sequelize';
import { instant } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** From when leave may be asked for is promised at sign-up too: a later end of sign-up must not take it back. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'activity_registrations', 'leave_from', { ...instant(), default: 0 });
  await q.sequelize.query(`UPDATE activity_registrations SET leave_from = (
    SELECT CASE WHEN a.advance_leave = 1 THEN activity_registrations.cancel_until ELSE a.closes_at END
    FROM activities a WHERE a.id = activity_registrations.activity_id
  ) WHERE leave_from = 0`);
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'activity_registrations', 'leave_from');
}
