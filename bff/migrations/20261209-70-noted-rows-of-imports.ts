import type { QueryInterface } from 'sequelize';
import { defaultsTo, integer } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

const COUNTS = ['held', 'doubtful', 'unseen'];

/** How many rows of a run somebody should look at before it is applied; of runs from before, none are told. */
export async function up(q: QueryInterface): Promise<void> {
  for (const count of COUNTS) await addColumn(q, 'import_runs', count, defaultsTo(integer(), 0));
}

export async function down(q: QueryInterface): Promise<void> {
  for (const count of COUNTS) await dropColumn(q, 'import_runs', count);
}
