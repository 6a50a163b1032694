import type { QueryInterface } from 'sequelize';
import { bytes, id, integer, ownedBy } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** The file of a large import, so that its faults can be marked in the very file; gone when the run is done with. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'import_pieces',
    {
      id: id(),
      run_id: ownedBy('import_runs'),
      /** Their order, from 0. */
      at: integer(),
      /** Sealed: identity numbers may stand in it. */
      bytes: bytes(),
    },
    { unique: [['run_id', 'at']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'import_pieces');
}
