import type { QueryInterface } from 'sequelize';
import { defaultsTo, identifier, integer } from '../platform/db/columns.ts';
import { addColumn, addIndex, dropColumn, dropIndex } from '../platform/db/ddl.ts';

const TO_REMIND = ['activity_id', 'state', 'reminded_for', 'id'];

/** Who was reminded the day before, and of whom staff have decided although his registration in the association has changed. */
export async function up(q: QueryInterface): Promise<void> {
  /** When the activity was to begin, as its lawyer was reminded of it; 0: was not. */
  await addColumn(q, 'activity_registrations', 'reminded_for', defaultsTo(integer(), 0));
  /** The status of the lawyer with which staff let the registration stand; '': nobody has decided. */
  await addColumn(q, 'activity_registrations', 'kept_status', defaultsTo(identifier(12), ''));
  await addIndex(q, 'activity_registrations', TO_REMIND);
}

export async function down(q: QueryInterface): Promise<void> {
  await dropIndex(q, 'activity_registrations', TO_REMIND);
  await dropColumn(q, 'activity_registrations', 'kept_status');
  await dropColumn(q, 'activity_registrations', 'reminded_for');
}
