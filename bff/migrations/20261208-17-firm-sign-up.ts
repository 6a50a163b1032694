import type { QueryInterface } from 'sequelize';
import { defaultsTo, integer, optional } from '../platform/db/columns.ts';
import { addColumn, addIndex, dropColumn, dropIndex } from '../platform/db/ddl.ts';

const OF_FIRM = ['activity_id', 'firm_id', 'state'];

/** Firms sign up several of their lawyers, as many as an activity takes of one firm; and what was said of when it begins. */
export async function up(q: QueryInterface): Promise<void> {
  /** 0: as many as there are seats. */
  await addColumn(q, 'activities', 'per_firm_max', defaultsTo(integer(), 0));
  /** The firm that signed its lawyer up; null: somebody else did. */
  await addColumn(q, 'activity_registrations', 'by_firm_id', optional(integer()));
  /** When the activity was to begin, as its lawyer was told last; 0: not noted. */
  await addColumn(q, 'activity_registrations', 'told_begins_at', defaultsTo(integer(), 0));
  await addIndex(q, 'activity_registrations', OF_FIRM);
}

export async function down(q: QueryInterface): Promise<void> {
  await dropIndex(q, 'activity_registrations', OF_FIRM);
  await dropColumn(q, 'activity_registrations', 'told_begins_at');
  await dropColumn(q, 'activity_registrations', 'by_firm_id');
  await dropColumn(q, 'activities', 'per_firm_max');
}
