import type { QueryInterface } from 'sequelize';
import { defaultsTo, id, instant, integer, json, optional, ownedBy, text } from '../platform/db/columns.ts';
import { addColumn, createTable, dropColumn, dropTable } from '../platform/db/ddl.ts';

const EXCUSE = ['excused_at', 'excused_by', 'excuse_reason', 'warned_at'] as const;

/** 爽约: absences that do not count, restrictions that follow from those that do, and who has to wait for them. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'activity_presences', 'excused_at', optional(instant()));
  await addColumn(q, 'activity_presences', 'excused_by', defaultsTo(text(100), ''));
  await addColumn(q, 'activity_presences', 'excuse_reason', defaultsTo(text(200), ''));
  await addColumn(q, 'activity_presences', 'warned_at', optional(instant()));
  await addColumn(q, 'activity_registrations', 'served_from', defaultsTo(integer(), 0));
  await createTable(
    q,
    'activity_restrictions',
    {
      id: id(),
      lawyer_id: ownedBy('lawyers'),
      from_at: instant(),
      until_at: instant(),
      /** The registrations whose absences led to it. */
      causes: json(),
      lifted_at: optional(instant()),
      /** '' where it was lifted because an absence does not count any more. */
      lifted_by: defaultsTo(text(100), ''),
      lift_reason: defaultsTo(text(200), ''),
    },
    { indexes: [['lawyer_id', 'until_at']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'activity_restrictions');
  await dropColumn(q, 'activity_registrations', 'served_from');
  for (const column of EXCUSE) await dropColumn(q, 'activity_presences', column);
}
