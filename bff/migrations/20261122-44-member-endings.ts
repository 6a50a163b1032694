import type { QueryInterface } from 'sequelize';
import { defaultsTo, integer, optional, plainDate } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/**
 * The day on which a cancelled member was cancelled, the day on which staff confirmed a Latin name, and versions for
 * the two histories that staff can now correct.
 */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'firms', 'cancelled_on', optional(plainDate()));
  await addColumn(q, 'lawyers', 'cancelled_on', optional(plainDate()));
  await addColumn(q, 'lawyers', 'latin_name_confirmed_on', optional(plainDate()));
  await addColumn(q, 'firm_former_names', 'version', defaultsTo(integer(), 1));
  await addColumn(q, 'lawyer_firm_periods', 'version', defaultsTo(integer(), 1));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'lawyer_firm_periods', 'version');
  await dropColumn(q, 'firm_former_names', 'version');
  await dropColumn(q, 'lawyers', 'latin_name_confirmed_on');
  await dropColumn(q, 'lawyers', 'cancelled_on');
  await dropColumn(q, 'firms', 'cancelled_on');
}
